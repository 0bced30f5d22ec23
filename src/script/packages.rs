//! The three equal packages as one says them, and what each means to the employer.

use crate::domain::money::{Currency, show};
use crate::domain::plan::{Package, Shape};

/// A package as an answer to a term that cannot move: "If the base is fixed at …, then …".
pub fn package_sentence(shape: Shape, package: &Package, currency: Currency) -> String {
    let say = |amount| show::short(currency, amount);
    let Package { base, equity, signing } = *package;
    let (grant, once) = (!equity.is_zero(), !signing.is_zero());
    let fixed_grant = format!("the grant is fixed at {}", say(equity));
    let fixed_base = format!("the base is fixed at {}", say(base));
    let (fixed, wanted) = match shape {
        Shape::BaseHeavy => {
            let wanted = format!("a base of {}", say(base));
            match (grant, once) {
                (true, true) => (fixed_grant, format!("{wanted} with {} at signing", say(signing))),
                (true, false) => (fixed_grant, wanted),
                (false, true) => (format!("the signing payment is fixed at {}", say(signing)), wanted),
                (false, false) => ("there is nothing beside the base".to_owned(), wanted),
            }
        }
        Shape::EquityHeavy => {
            let wanted = format!("a grant of {}", say(equity));
            let wanted = if once { format!("{wanted} with {} at signing", say(signing)) } else { wanted };
            (fixed_base, wanted)
        }
        Shape::SigningHeavy => {
            let fixed =
                if grant { format!("{fixed_base} and the grant at {}", say(equity)) } else { fixed_base };
            (fixed, format!("{} at signing", say(signing)))
        }
    };
    format!("If {fixed}, then {wanted} would work for me just as well.")
}

/// What a package of this shape means to the employer.
pub fn package_note(shape: Shape) -> &'static str {
    match shape {
        Shape::BaseHeavy => "For them: payroll, every year, and what is reckoned from it, such as the bonus.",
        Shape::EquityHeavy => "For them: another pool than payroll, spread over the years of vesting.",
        Shape::SigningHeavy => "For them: paid once; the payroll of later years stays lower.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Decimal;

    #[test]
    fn each_shape_has_its_sentence_and_leaves_out_what_is_nothing() {
        let thousand = |amount: i64| Decimal::from(amount * 1000);
        for (shape, [base, equity, signing], said) in [
            (
                Shape::EquityHeavy,
                [208, 250, 30],
                "If the base is fixed at $208K, then a grant of $250K with $30K at signing would work for me just \
                 as well.",
            ),
            (
                Shape::EquityHeavy,
                [208, 250, 0],
                "If the base is fixed at $208K, then a grant of $250K would work for me just as well.",
            ),
            (
                Shape::BaseHeavy,
                [220, 215, 25],
                "If the grant is fixed at $215K, then a base of $220K with $25K at signing would work for me just \
                 as well.",
            ),
            (
                Shape::BaseHeavy,
                [220, 215, 0],
                "If the grant is fixed at $215K, then a base of $220K would work for me just as well.",
            ),
            (
                Shape::BaseHeavy,
                [220, 0, 5],
                "If the signing payment is fixed at $5K, then a base of $220K would work for me just as well.",
            ),
            (
                Shape::SigningHeavy,
                [204, 242, 72],
                "If the base is fixed at $204K and the grant at $242K, then $72K at signing would work for me just \
                 as well.",
            ),
            (
                Shape::SigningHeavy,
                [204, 0, 72],
                "If the base is fixed at $204K, then $72K at signing would work for me just as well.",
            ),
        ] {
            let package =
                Package { base: thousand(base), equity: thousand(equity), signing: thousand(signing) };
            assert_eq!(package_sentence(shape, &package, Currency::USD), said);
        }
    }
}
