use super::super::figure;

/// The figures of a text as `LOW..HIGH CODE`, for short tables.
fn read(text: &str) -> Vec<String> {
    let shown = |figure: figure::Figure| {
        let currency = figure.currency.map_or("-", crate::domain::money::Currency::code);
        let sign = if figure.is_percent { "%" } else { currency };
        let period = figure.period.map_or(String::new(), |period| format!(" {period:?}"));
        if figure.low == figure.high {
            format!("{} {sign}{period}", figure.low.normalize())
        } else {
            format!("{}..{} {sign}{period}", figure.low.normalize(), figure.high.normalize())
        }
    };
    figure::find(text).into_iter().map(shown).collect()
}

#[test]
fn amounts_are_read_as_printed() {
    for (text, wanted) in [
        ("$215K", "215000 USD"),
        ("$120K-$165K", "120000..165000 USD"),
        ("$150-210K", "150000..210000 USD"),
        ("150K–210K", "150000..210000 -"),
        ("₹12L-₹24L", "1200000..2400000 INR"),
        ("₹16,00,000-₹32,00,000", "1600000..3200000 INR"),
        ("SGD 170K–SGD 260K", "170000..260000 SGD"),
        ("SGD [60K-90K]", "60000..90000 SGD"),
        ("$[30K-45K]", "30000..45000 USD"),
        ("HK$1.03M", "1030000 HKD"),
        ("C$120,000–C$155,000", "120000..155000 CAD"),
        ("145K EUR", "145000 EUR"),
        ("IDR 1.2B", "1200000000 IDR"),
        ("SEK 65K–85K/mo", "65000..85000 SEK Month"),
        ("$38K–$90K/yr", "38000..90000 USD Year"),
        ("₹20 lakh", "2000000 INR"),
        ("₹1.2 Cr", "12000000 INR"),
        ("~$14B", "14000000000 USD"),
        ("$75K+ over", "75000 USD"),
        ("10–15%", "10..15 %"),
        ("$90K to $110K", "90000..110000 USD"),
    ] {
        assert_eq!(read(text), [wanted], "{text}");
    }
}

#[test]
fn two_currencies_are_two_figures() {
    assert_eq!(read("£95K-£130K / $122K-$167K"), ["95000..130000 GBP", "122000..167000 USD"]);
}

#[test]
fn names_and_gaps_are_no_figures() {
    for text in ["L4", "Meta E5", "IC3-IC4x", "$[X]K", "[X]", "$X total", "NT", "[company]"] {
        assert!(read(text).iter().all(|figure| figure.ends_with('-')), "{text}: {:?}", read(text));
    }
}

#[test]
fn a_figure_with_two_readings_says_so() {
    assert!(figure::find("€145.000")[0].is_ambiguous);
    assert!(!figure::find("€145.5K")[0].is_ambiguous);
}
