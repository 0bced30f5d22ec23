use proptest::prelude::*;

use super::*;
use crate::domain::money::{Currency, Mark, Rate};

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn code_of(mark: Option<Mark>) -> String {
    mark.map(|mark| mark.to_string()).unwrap_or_default()
}

/// Text, mark, amount.
const SURE: [(&str, &str, &str); 73] = [
    ("0", "", "0"),
    ("215000", "", "215000"),
    (" 215000 ", "", "215000"),
    ("210k", "", "210000"),
    ("210K", "", "210000"),
    ("210 k", "", "210000"),
    ("210,000", "", "210000"),
    ("145,000", "", "145000"),
    ("145,5", "", "145.5"),
    ("145,50", "", "145.5"),
    ("1,5", "", "1.5"),
    ("145.5k", "", "145500"),
    ("145,5k", "", "145500"),
    (".5M", "", "500000"),
    ("0.125", "", "0.125"),
    ("1234.567", "", "1234.567"),
    ("1.2340", "", "1.234"),
    ("1.234,56", "", "1234.56"),
    ("1,234.56", "", "1234.56"),
    ("1.234.567", "", "1234567"),
    ("1.234.567,5", "", "1234567.5"),
    ("1 234,56", "", "1234.56"),
    ("1’234.56", "", "1234.56"),
    ("210\u{a0}000", "", "210000"),
    ("210\u{202f}000", "", "210000"),
    ("1_000", "", "1000"),
    ("45,00,000", "", "4500000"),
    ("1,23,45,678.50", "", "12345678.5"),
    ("45 lakh", "INR", "4500000"),
    ("1.2 crore", "INR", "12000000"),
    ("1.2M", "", "1200000"),
    ("1.5 million", "", "1500000"),
    ("2bn", "", "2000000000"),
    ("PKR 45 lakh", "PKR", "4500000"),
    ("12 LPA", "INR", "1200000"),
    ("12 lakhs p.a.", "INR", "1200000"),
    ("210k+", "", "210000"),
    ("~210k", "", "210000"),
    ("210k/yr", "", "210000"),
    ("210k / year", "", "210000"),
    ("210k a year", "", "210000"),
    ("210k per annum", "", "210000"),
    ("210k pa", "", "210000"),
    ("210k p.a.", "", "210000"),
    ("$210k", "$", "210000"),
    ("$210,000", "$", "210000"),
    ("$ 210 000", "$", "210000"),
    ("~$210k+/yr", "$", "210000"),
    ("210k dollars", "$", "210000"),
    ("US$210k", "USD", "210000"),
    ("$210k USD", "USD", "210000"),
    ("210,000 USD", "USD", "210000"),
    ("USD 210000", "USD", "210000"),
    ("usd210k", "USD", "210000"),
    ("EUR145K", "EUR", "145000"),
    ("145k€", "EUR", "145000"),
    ("145.000,00 €", "EUR", "145000"),
    ("£95k", "GBP", "95000"),
    ("₹45L", "INR", "4500000"),
    ("₹1.2Cr", "INR", "12000000"),
    ("₹ 45,00,000 per annum", "INR", "4500000"),
    ("CHF 120'000", "CHF", "120000"),
    ("C$150k", "CAD", "150000"),
    ("$150k CAD", "CAD", "150000"),
    ("A$150k", "AUD", "150000"),
    ("S$150k", "SGD", "150000"),
    ("HK$900k", "HKD", "900000"),
    ("R$300k", "BRL", "300000"),
    ("¥15M", "JPY", "15000000"),
    ("1500万円", "JPY", "15000000"),
    ("１５００万円", "JPY", "15000000"),
    ("₩85M", "KRW", "85000000"),
    ("CN¥600k", "CNY", "600000"),
];

#[test]
fn amounts_as_people_write_them() {
    for (text, mark, amount) in SURE {
        let money = money(text).unwrap_or_else(|problem| panic!("{text}: {problem}"));
        assert_eq!(money.amount(), d(amount), "{text}");
        assert_eq!(code_of(money.mark()), mark, "{text}");
    }
}

#[test]
fn what_can_be_read_two_ways_keeps_both_readings() {
    for (text, groups, decimals) in [
        ("145.000", "145000", "145"),
        ("€145.000", "145000", "145"),
        ("1.234", "1234", "1.234"),
        ("1.234k", "1234000", "1234"),
        ("1,234M", "1234000000", "1234000"),
        ("1,234.567", "1234567", "1234.567"),
        ("1 234,567", "1234567", "1234.567"),
    ] {
        let Ok(Reading::Either(one, other)) = amount(text) else { panic!("{text}") };
        assert_eq!((one.amount(), other.amount()), (d(groups), d(decimals)), "{text}");
        let problem = money(text).unwrap_err();
        assert_eq!(problem.code, "amount-ambiguous", "{text}");
        for reading in [one, other] {
            let spelled = spelled(reading);
            assert!(problem.hint.as_ref().unwrap().contains(&spelled), "{text}: {spelled}");
            assert_eq!(money(&spelled), Ok(reading), "{text}: {spelled}");
        }
    }
}

#[test]
fn what_is_no_amount_is_refused_by_its_reason() {
    for (text, code) in [
        ("", "amount-missing"),
        ("   ", "amount-missing"),
        ("k", "amount-unreadable"),
        ("$", "amount-unreadable"),
        ("-", "amount-unreadable"),
        (".", "amount-unreadable"),
        ("NaN", "amount-unreadable"),
        ("inf", "amount-unreadable"),
        ("1e12", "amount-unreadable"),
        ("0x10", "amount-unreadable"),
        ("010", "amount-unreadable"),
        ("00", "amount-unreadable"),
        ("1,2,3", "amount-unreadable"),
        ("1.2.3", "amount-unreadable"),
        ("1,234,56", "amount-unreadable"),
        ("12 34", "amount-unreadable"),
        ("1__000", "amount-unreadable"),
        ("10_00", "amount-unreadable"),
        ("210kk", "amount-unreadable"),
        ("210 bananas", "amount-unreadable"),
        ("15%", "amount-unreadable"),
        ("2\u{200b}10k", "amount-unreadable"),
        ("210\u{202e}k", "amount-unreadable"),
        ("२१०", "amount-unreadable"),
        ("210\n000", "amount-unreadable"),
        ("-5", "amount-negative"),
        ("-$210k", "amount-negative"),
        ("$-210k", "amount-negative"),
        ("−210k", "amount-negative"),
        ("(210k)", "amount-negative"),
        ("200-220k", "amount-several"),
        ("200k to 220k", "amount-several"),
        ("10000000000001", "amount-range"),
        ("99999999999999999999999999999999", "amount-unreadable"),
        ("79228162514264337593543950335", "amount-unreadable"),
        ("11000bn", "amount-range"),
        ("$210k EUR", "currency-conflict"),
        ("$210k€", "currency-conflict"),
        ("£95k USD", "currency-conflict"),
    ] {
        let problem = amount(text).unwrap_err();
        assert_eq!(problem.code, code, "{text}");
        assert!(problem.hint.is_some(), "{text}");
    }
    assert_eq!(money("010").unwrap_err().hint.as_deref(), Some("Write 10."));
}

#[test]
fn other_periods_are_refused_with_the_year_worked_out() {
    for (text, hint) in [
        ("5.5k/mo", "5,500 a month is 66,000 a year: write that."),
        ("5.5k per month", "5,500 a month is 66,000 a year: write that."),
        ("€5,500 monthly", "€5,500 a month is €66,000 a year: write that."),
        ("5.500 a month", "Write what it comes to in a year, such as 66,000."),
        ("65/hr", "65 an hour is 135,200 a year at 40 hours a week, 52 weeks: write that."),
        ("£450 a day", "£450 a day is £117,000 a year at 260 days of work: write that."),
        ("$1k weekly", "$1,000 a week is $52,000 a year: write that."),
    ] {
        let problem = amount(text).unwrap_err();
        assert_eq!(problem.code, "amount-period", "{text}");
        assert_eq!(problem.hint.as_deref(), Some(hint), "{text}");
    }
}

#[test]
fn only_bare_digits_are_bare_and_only_yearly_ones_yearly() {
    for (text, bare, yearly) in [
        ("210", true, false),
        ("$210", true, false),
        ("145.5", true, false),
        ("210.00", false, false),
        ("210k", false, false),
        ("1,000", false, false),
        ("65k/yr", false, true),
        ("12 LPA", false, true),
    ] {
        let stated = stated(text).unwrap();
        assert_eq!((stated.bare, stated.yearly), (bare, yearly), "{text}");
    }
}

#[test]
fn rates_as_people_write_them() {
    for (text, share) in [
        ("15%", "0.15"),
        ("15 %", "0.15"),
        ("0.15", "0.15"),
        ("0,15", "0.15"),
        (".15", "0.15"),
        ("7.5%", "0.075"),
        ("7,5%", "0.075"),
        ("15 percent", "0.15"),
        ("0", "0"),
        ("1", "1"),
        ("300%", "3"),
    ] {
        assert_eq!(rate(text).map(Rate::share), Ok(d(share)), "{text}");
    }
    for (text, code) in [
        ("", "rate-unreadable"),
        ("%", "rate-unreadable"),
        ("abc", "rate-unreadable"),
        ("1e1%", "rate-unreadable"),
        ("1,000.5%", "rate-unreadable"),
        ("1\u{200b}5%", "rate-unreadable"),
        ("15", "rate-unsigned"),
        ("1.5", "rate-unsigned"),
        ("-5%", "rate-negative"),
        ("301%", "rate-range"),
        ("5000", "rate-range"),
    ] {
        assert_eq!(rate(text).unwrap_err().code, code, "{text}");
    }
    assert_eq!(rate("15").unwrap_err().hint.as_deref(), Some("Write 15% or 0.15."));
}

fn any_money() -> impl Strategy<Value = Money> {
    let marks = prop_oneof![
        Just(None),
        Just(Some(Mark::Dollar)),
        prop::sample::select(vec!["USD", "EUR", "INR", "CHF", "JPY", "BRL", "CNY", "SEK"])
            .prop_map(|code| Some(Mark::Currency(code.parse::<Currency>().unwrap()))),
    ];
    (0_i64..=10_000_000_000_000, 0_u32..=12, marks)
        .prop_map(|(digits, scale, mark)| Money::new(Decimal::new(digits, scale)).unwrap().marked(mark))
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(money in any_money()) {
        prop_assert_eq!(super::money(&money.to_string()), Ok(money));
        prop_assert_eq!(super::money(&spelled(money)), Ok(money));
    }

    #[test]
    fn a_unit_only_moves_the_point(n in 0_u32..=9_000_000, unit in prop::sample::select(vec![("k", 3_usize), ("L", 5), ("M", 6), (" crore", 7)])) {
        let scaled = super::money(&format!("{n}{}", unit.0)).map(Money::amount);
        let written_out = super::money(&format!("{n}{:0>1$}", "", if n == 0 { 0 } else { unit.1 })).map(Money::amount);
        if let Ok(written_out) = written_out {
            prop_assert_eq!(scaled, Ok(written_out));
        } else {
            prop_assert!(scaled.is_err());
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = (amount(&text), super::money(&text), rate(&text));
    }

    #[test]
    fn near_amounts_do_not_panic_and_never_exceed_the_range(text in "[~($€₹]{0,2}[0-9.,' _\u{a0}-]{0,20}[kKLMcr万 ]{0,3}[a-z/%+.$€ ]{0,8}") {
        if let Ok(Reading::Sure(money)) = amount(&text) {
            prop_assert!(money.amount() <= Money::MAX);
        }
        let _ = rate(&text);
    }
}
