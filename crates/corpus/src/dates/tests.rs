//! Dates in many languages and forms, and what is none.

use super::*;

fn check(text: &str, expected: &[(&str, &str, &str)]) {
    let found: Vec<_> = find(text)
        .iter()
        .map(|f| {
            let iso = match (f.precision, &f.minute) {
                (Precision::Range, _) => format!("{}/{}", f.date, f.until),
                (_, Some(at)) => format!("{}T{:02}:{:02}{}", f.date, at.hour, at.minute, at.zone),
                _ => f.date.to_string(),
            };
            (iso, f.precision.name().to_owned(), f.range.of(text).to_owned())
        })
        .collect();
    let found: Vec<_> = found.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_usual_forms_are_read() {
    check(
        "Sunday, 21 October, 2001, 18:52 GMT 19:52 UK",
        &[("2001-10-21T18:52GMT", "minute", "21 October, 2001, 18:52 GMT")],
    );
    check("Talks - 2003-09-24", &[("2003-09-24", "day", "2003-09-24")]);
    check("2013-05-07T09:30", &[("2013-05-07T09:30", "minute", "2013-05-07T09:30")]);
    check("Oct. 21st, 2001", &[("2001-10-21", "day", "Oct. 21st, 2001")]);
    check("21 Oct 01 | Americas", &[("2001-10-21", "day", "21 Oct 01")]);
    check("November 2-3, 2001", &[("2001-11-02/2001-11-03", "range", "November 2-3, 2001")]);
    check("14. – 20. Januar 2014", &[("2014-01-14/2014-01-20", "range", "14. – 20. Januar 2014")]);
    check("14. bis 20. Januar 2014", &[("2014-01-14/2014-01-20", "range", "14. bis 20. Januar 2014")]);
    check("Mar-03-2014", &[("2014-03-03", "day", "Mar-03-2014")]);
    check("June 2001", &[("2001-06-01", "month", "June 2001")]);
    check("7 мая 2013", &[("2013-05-07", "day", "7 мая 2013")]);
    check("June 11, 2010, 8:10 p.m. EDT", &[("2010-06-11T20:10EDT", "minute", "June 11, 2010, 8:10 p.m. EDT")]);
    check("24/10/2001", &[("2001-10-24", "day", "24/10/2001")]);
}

#[test]
fn a_time_of_day_has_hours_minutes_and_a_zone_that_exist() {
    for (text, iso) in [
        ("3 March 2014, 23:59", "2014-03-03T23:59"),
        ("3 March 2014, 23:60", "2014-03-03"),
        ("3 March 2014, 24:00", "2014-03-03"),
        ("3 March 2014, 00:00", "2014-03-03T00:00"),
        ("3 March 2014, 18:52 (GMT+3)", "2014-03-03T18:52GMT+3"),
        ("3 March 2014, 18:52 (EST)", "2014-03-03T18:52EST"),
        ("3 March 2014, 18:52 GMT+14", "2014-03-03T18:52GMT+14"),
        ("3 March 2014, 18:52 GMT+15", "2014-03-03T18:52GMT"),
        ("2014-03-03T18:52+14:00", "2014-03-03T18:52+14:00"),
        ("2014-03-03T18:52-0530", "2014-03-03T18:52-05:30"),
        ("2014-03-03T18:52-05", "2014-03-03T18:52-05:00"),
        ("2014-03-03T18:52+15:00", "2014-03-03T18:52"),
        ("2014-03-03T18:52+05:60", "2014-03-03T18:52"),
    ] {
        let found = find(text).into_iter().next().unwrap();
        let clock = found.minute.map(|at| format!("T{:02}:{:02}{}", at.hour, at.minute, at.zone));
        assert_eq!(format!("{}{}", found.date, clock.unwrap_or_default()), iso, "{text}");
    }
}

#[test]
fn a_day_between_two_years_belongs_to_the_year_behind_it() {
    check("1999 May 21, 2001", &[("2001-05-21", "day", "May 21, 2001")]);
    check("1999 May 21 2001", &[("2001-05-21", "day", "May 21 2001")]);
    check("1999 May 21", &[("1999-05-21", "day", "1999 May 21")]);
}

#[test]
fn what_is_no_date_is_left_alone() {
    for text in [
        "the Winter Olympics in 2014",
        "1945 Yalta Conference",
        "05/08/13",
        "05/08/2013",
        "the 1972 treaty",
        "(AP, Reuters, November 6)",
        "30 February 2001",
        "may 5 things",
        "September 26-27",
    ] {
        check(text, &[]);
    }
}
