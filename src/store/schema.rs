//! The JSON Schema of a playbook file, so that editors complete and check it while it is written.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;

use crate::domain::playbook::Playbook;

/// The schema (draft 2020-12), made from the types that read the file.
///
/// It is a little narrower than the reader, which also takes an empty value for an empty list and a
/// number for a text.
pub fn playbook() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(drop_format));
    let mut schema = settings.into_generator().into_root_schema_for::<Playbook>();
    schema.insert("title".to_owned(), "A negotiate-up playbook".into());
    schema.to_value()
}

/// Takes out the width of a number in Rust: validators warn of a format that they do not know.
fn drop_format(schema: &mut Schema) {
    schema.remove("format");
}
