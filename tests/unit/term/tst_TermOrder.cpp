#include "TermTesting.h"
#include "support/RandomTerm.h"

using namespace nodescope;
using namespace nodescope::term;

class tst_TermOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each is smaller than the next, as in Erlang.
    void ascending()
    {
        const QList<Term> terms{
            read(u"-100000000000000000000000000"),
            read(u"-1.0e22"),
            read(u"-9223372036854775809"),
            read(u"-9223372036854775808"),
            read(u"-1.5"),
            read(u"-1"),
            read(u"0"),
            read(u"0.5"),
            read(u"9007199254740992.0"),
            read(u"9007199254740993"),
            read(u"9223372036854775807"),
            read(u"9223372036854775808.0"),
            read(u"9223372036854775809"),
            read(u"1.0e300"),
            read(u"''"),
            read(u"a"),
            read(u"ab"),
            read(u"b"),
            read(u"'\u00e9'"),
            read(u"#Ref<a@b.1.0.1>"),
            read(u"#Ref<a@b.0.1.1>"),
            read(u"#Ref<a@c.0.0.1>"),
            read(u"fun a:b/1"),
            read(u"fun a:b/2"),
            read(u"#Port<a@b.1.1>"),
            read(u"#Port<a@b.2.1>"),
            read(u"#Pid<a@b.2.0.1>"),
            read(u"#Pid<a@b.1.1.1>"),
            read(u"{}"),
            read(u"{z}"),
            read(u"{a,a}"),
            read(u"{a,b}"),
            read(u"#m:n{}"),
            read(u"#{}"),
            read(u"#{z => 1}"),
            read(u"#{a => 2, b => 1}"),
            read(u"#{a => 1, c => 1}"),
            read(u"#{1 => a, 1.0 => a}"),
            read(u"[]"),
            read(u"[1|2]"),
            read(u"[1]"),
            read(u"[1,2|a]"),
            read(u"[1,2]"),
            read(u"\"b\""),
            read(u"\"ba\""),
            read(u"[a]"),
            read(u"<<>>"),
            read(u"<<1>>"),
            read(u"<<1,1:1>>"),
            read(u"<<1,255>>"),
            read(u"<<1,255,0:1>>"),
            read(u"<<3:2>>"),
        };
        for (qsizetype i = 0; i < terms.size(); ++i) {
            for (qsizetype j = 0; j < terms.size(); ++j) {
                // Maps of equal size: keys in order first.
                const bool maps = terms[i].isMap() && terms[j].isMap() && terms[i].size() == 2;
                if (maps && terms[j].size() == 2 && i != j)
                    continue;
                const int order = compare(terms[i], terms[j]);
                if ((order < 0) != (i < j) || (order > 0) != (i > j))
                    qWarning() << terms[i] << terms[j] << order;
                QCOMPARE(order < 0, i < j);
                QCOMPARE(order > 0, i > j);
                QCOMPARE(terms[i] == terms[j], i == j);
            }
        }
    }
    void numbers()
    {
        QCOMPARE(compare(read(u"1"), read(u"1.0")), 0);
        QVERIFY(read(u"1") != read(u"1.0"));
        QCOMPARE(compare(read(u"0.0"), read(u"-0.0")), 0);
        QVERIFY(read(u"0.0") != read(u"-0.0"));
        QCOMPARE(compare(read(u"{1, [2.0]}"), read(u"{1.0, [2]}")), 0);
        QCOMPARE(compare(read(u"18446744073709551616"), read(u"18446744073709551616.0")), 0);
        QVERIFY(compare(read(u"18446744073709551617"), read(u"18446744073709551616.0")) > 0);
        QVERIFY(compare(read(u"-18446744073709551617"), read(u"-18446744073709551616.0")) < 0);
    }
    void maps()
    {
        // Keys are compared exactly, integers first; values as numbers.
        QVERIFY(compare(read(u"#{1 => a}"), read(u"#{1.0 => a}")) < 0);
        QCOMPARE(compare(read(u"#{a => 1}"), read(u"#{a => 1.0}")), 0);
        QVERIFY(compare(read(u"#{2 => a}"), read(u"#{1.0 => a}")) < 0);
        QVERIFY(compare(read(u"#{a => 2, b => 1}"), read(u"#{b => 2, a => 1}")) > 0);
        QVERIFY(compare(read(u"#{a => 9, b => 1}"), read(u"#{c => 0, a => 1}")) < 0);
    }
    void mapsInAnySequence()
    {
        const Term a = read(u"#{x => 1, {k, #{1 => a, 2 => b}} => #{p => [1, 2], q => 3}, \"s\" => <<1>>}");
        const Term b = read(u"#{\"s\" => <<1>>, {k, #{2 => b, 1 => a}} => #{q => 3, p => [1, 2]}, x => 1}");
        QCOMPARE(a, b);
        QCOMPARE(compare(a, b), 0);
        QCOMPARE(qHash(a), qHash(b));
        QVERIFY(a != read(u"#{\"s\" => <<1>>, {k, #{2 => b, 1 => a}} => #{q => 3, p => [1, 3]}, x => 1}"));
        QCOMPARE(a.value(read(u"{k, #{2 => b, 1 => a}}")), read(u"#{q => 3, p => [1, 2]}"));
        // A difference behind equal maps in another sequence is seen as well.
        QVERIFY(Term::tuple({a, Term::integer(1)}) != Term::tuple({b, Term::integer(2)}));
        QCOMPARE(Term::tuple({a, Term::integer(1)}), Term::tuple({b, Term::integer(1)}));
    }
    /// Maps nested as keys of maps, which must be compared in another sequence at every level.
    void hostileMaps()
    {
        constexpr int Depth = 13;
        Term a = Term::map({{Term::integer(0), Term::nil()}, {Term::integer(1), Term::nil()}});
        Term b = Term::map({{Term::integer(1), Term::nil()}, {Term::integer(0), Term::nil()}});
        for (int i = 0; i < Depth; ++i) {
            const Term level = Term::integer(i);
            a = Term::map({{Term::tuple({level, a}), level}, {Term::tuple({a, level}), level}});
            b = Term::map({{Term::tuple({b, level}), level}, {Term::tuple({level, b}), level}});
        }
        QVERIFY(a == b);
        QVERIFY(compare(a, b) == 0);
        const Term again = decoded(encode(b));
        QVERIFY(again == a);
    }
    void listsHoweverKept()
    {
        const Term bytes = decoded(hex("83 6b 0002 0102"));
        const Term cells = decoded(hex("83 6c 00000002 6101 6102 6a"));
        const Term joined = decoded(hex("83 6c 00000001 6101 6b 0001 02"));
        QCOMPARE(bytes, cells);
        QCOMPARE(bytes, joined);
        QCOMPARE(qHash(bytes), qHash(cells));
        QCOMPARE(qHash(bytes), qHash(joined));
        QVERIFY(bytes != decoded(hex("83 6c 00000002 6101 6102 6103")));
        QVERIFY(compare(bytes, decoded(hex("83 6c 00000002 6101 6102 6103"))) > 0);
        QCOMPARE(encode(cells), encode(bytes));
    }
    void total()
    {
        test::RandomTerm random(7);
        QList<Term> terms;
        for (int i = 0; i < 100; ++i)
            terms.append(random.next(6));
        const auto sign = [](int order) { return order < 0 ? -1 : order > 0 ? 1 : 0; };
        for (const Term &a : terms) {
            for (const Term &b : terms) {
                QCOMPARE(sign(compare(a, b)), -sign(compare(b, a)));
                QVERIFY(a != b || compare(a, b) == 0);
                QVERIFY(a != b || qHash(a) == qHash(b));
            }
        }
        std::sort(terms.begin(), terms.end(), [](const Term &a, const Term &b) { return compare(a, b) < 0; });
        for (qsizetype i = 0; i + 1 < terms.size(); ++i) {
            for (qsizetype j = i + 1; j < terms.size(); ++j)
                QVERIFY(compare(terms[i], terms[j]) <= 0);
        }
    }
};

QTEST_APPLESS_MAIN(tst_TermOrder)
#include "tst_TermOrder.moc"
