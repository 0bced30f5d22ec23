//! Reads a tree into the domain's types, so that every refusal has its place.
//!
//! It takes what the ordinary reader takes: scalars by their text, an empty value as an empty list
//! or map. In its tolerant manner it passes over keys that a struct does not have.

use std::ops::Range;
use std::rc::Rc;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::fault::Fault;
use super::tree::{Entry, Kind, Node};

/// What happens to keys that nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// They are refused.
    Strict,
    /// They are passed over.
    Tolerant,
}

/// A value that is about to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'de> {
    pub node: &'de Node,
    pub manner: Manner,
}

impl<'de> Reader<'de> {
    fn over(self, node: &'de Node) -> Self {
        Self { node, ..self }
    }

    fn text(self, wanted: &str) -> Result<&'de str, Fault> {
        match &self.node.kind {
            Kind::Scalar { text, .. } => Ok(text),
            _ => Err(self.shape(wanted)),
        }
    }

    fn shape(self, wanted: &str) -> Fault {
        let found = match &self.node.kind {
            Kind::Scalar { text, plain: true } if text.is_empty() => "nothing".to_owned(),
            Kind::Scalar { text, .. } => format!("`{}`", crate::domain::text::excerpt(text, 60)),
            Kind::List(_) => "a list".to_owned(),
            Kind::Map(_) => "a group of keys".to_owned(),
        };
        Fault::shape(&found, wanted)
    }

    fn is_empty(self) -> bool {
        matches!(&self.node.kind, Kind::Scalar { text, plain: true } if text.is_empty())
    }

    fn is_null(self) -> bool {
        match &self.node.kind {
            Kind::Scalar { text, plain: true } => {
                matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL")
            }
            _ => false,
        }
    }

    fn placed<T>(self, result: Result<T, Fault>) -> Result<T, Fault> {
        result.map_err(|fault| fault.within(&self.node.span))
    }

    fn map<V: Visitor<'de>>(
        self,
        visitor: V,
        known: Option<&[&str]>,
        wanted: &str,
    ) -> Result<V::Value, Fault> {
        let entries: Vec<&Entry> = match &self.node.kind {
            Kind::Map(entries) => entries.iter().filter(|entry| self.takes(entry, known)).collect(),
            _ if self.is_empty() => Vec::new(),
            _ => return self.placed(Err(self.shape(wanted))),
        };
        self.placed(visitor.visit_map(Entries { of: self, rest: entries.into_iter(), value: None }))
    }

    fn takes(self, entry: &Entry, known: Option<&[&str]>) -> bool {
        match (self.manner, known) {
            (Manner::Tolerant, Some(known)) => entry.key.scalar().is_some_and(|key| known.contains(&key)),
            _ => true,
        }
    }

    fn number<T: std::str::FromStr>(self, wanted: &str) -> Result<T, Fault> {
        let text = self.text(wanted)?;
        text.parse().map_err(|_| self.shape(wanted))
    }
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.kind {
            Kind::Scalar { .. } => self.deserialize_str(visitor),
            Kind::List(_) => self.deserialize_seq(visitor),
            Kind::Map(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node.scalar() {
            Some(text) if wanted(&visitor).contains("date") => {
                let date = visitor.visit_borrowed_str(text);
                self.placed(date.map_err(|_: Fault| Fault::date(text)))
            }
            Some(text) => self.placed(visitor.visit_borrowed_str(text)),
            None => self.placed(Err(self.shape(&wanted(&visitor)))),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.placed(self.text("a key").and_then(|key| visitor.visit_borrowed_str(key)))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let value = self.text("true or false").and_then(|text| match text {
            "true" | "True" | "TRUE" => Ok(true),
            "false" | "False" | "FALSE" => Ok(false),
            _ => Err(self.shape("true or false")),
        });
        self.placed(value.and_then(|value| visitor.visit_bool(value)))
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.placed(self.number("a whole number from 0 to 255").and_then(|n| visitor.visit_u8(n)))
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.placed(self.number("a whole number").and_then(|n| visitor.visit_u32(n)))
    }

    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.placed(self.number("a whole number from -128 to 127").and_then(|n| visitor.visit_i8(n)))
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.placed(self.number("a whole number from 0 to 65535").and_then(|n| visitor.visit_u16(n)))
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let wanted = "a whole number in plain digits, such as 20000";
        self.placed(self.number(wanted).and_then(|n| visitor.visit_u64(n)))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let items: &[Rc<Node>] = match &self.node.kind {
            Kind::List(items) => items,
            _ if self.is_empty() => &[],
            _ => return self.placed(Err(self.shape("a list"))),
        };
        self.placed(visitor.visit_seq(Items { of: self, rest: items.iter() }))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.map(visitor, None, "a group of keys")
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let shown = fields.iter().take(3).copied().collect::<Vec<_>>().join(", ");
        let more = if fields.len() > 3 { ", …" } else { "" };
        self.map(visitor, Some(fields), &format!("a group of keys ({shown}{more})"))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let wanted = format!("one of {}", variants.join(", "));
        let variant = self.text(&wanted).and_then(|text| {
            let text: StrDeserializer<'_, Fault> = text.into_deserializer();
            visitor.visit_enum(text)
        });
        self.placed(variant)
    }

    forward_to_deserialize_any! {
        i16 i32 i64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct ignored_any
    }
}

/// What a visitor says it expects.
fn wanted(visitor: &impl Expected) -> String {
    (visitor as &dyn Expected).to_string()
}

struct Items<'de> {
    of: Reader<'de>,
    rest: std::slice::Iter<'de, Rc<Node>>,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(node) = self.rest.next() else { return Ok(None) };
        let item = self.of.over(node);
        item.placed(seed.deserialize(item)).map(Some)
    }
}

struct Entries<'de> {
    of: Reader<'de>,
    rest: std::vec::IntoIter<&'de Entry>,
    value: Option<&'de Entry>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        self.value = self.rest.next();
        let Some(entry) = self.value else { return Ok(None) };
        let key = self.of.over(&entry.key);
        key.placed(seed.deserialize(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let entry =
            self.value.take().ok_or_else(|| <Fault as de::Error>::custom("a value without its key"))?;
        let value = self.of.over(&entry.value);
        value.placed(seed.deserialize(value)).map_err(|fault| place_under(fault, entry))
    }
}

/// Shows a fault of a whole list or map, or of an empty value, at its key: that is where one looks.
fn place_under(fault: Fault, entry: &Entry) -> Fault {
    let is_group = !matches!(entry.value.kind, Kind::Scalar { .. });
    let of_the_whole = fault.span.as_ref() == Some(&entry.value.span);
    let empty: bool = entry.value.span.is_empty();
    if of_the_whole && (is_group || empty) {
        let span: Range<usize> = entry.key.span.clone();
        return Fault { span: Some(span), ..fault };
    }
    fault
}
