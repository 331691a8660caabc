#include <QJsonDocument>

#include "TermTesting.h"
#include "support/RandomTerm.h"
#include "term/ByteMap.h"
#include "term/MappedText.h"
#include "term/TermDiff.h"
#include "term/TermSearch.h"

using namespace nodescope;
using namespace nodescope::term;

namespace {

/// All places in a term, outer before inner.
QList<TermPath> placesIn(const Term &root)
{
    QList<TermPath> places{{}};
    for (qsizetype i = 0; i < places.size(); ++i) {
        const TermPath path = places.at(i);
        const qsizetype parts = partCount(partAt(root, path));
        for (qsizetype part = 0; part < parts; ++part)
            places.append(path + TermPath{part});
    }
    return places;
}

QList<TermPath> found(const Term &term, const QString &text,
                      Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive)
{
    TermSearch search(term, text, sensitivity);
    QList<TermPath> paths;
    for (;;) {
        const auto state = search.advance(3);
        if (state == TermSearch::State::Ended)
            return paths;
        if (state == TermSearch::State::Found)
            paths.append(search.path());
    }
}

QString shown(const TermDifference &difference)
{
    const auto path = [](const TermPath &one) {
        QStringList parts;
        for (qsizetype part : one)
            parts.append(QString::number(part));
        return parts.join(u'.');
    };
    const QChar sign = difference.kind == TermDifference::Kind::Changed    ? u'~'
                       : difference.kind == TermDifference::Kind::OnlyLeft ? u'-'
                                                                           : u'+';
    return sign + path(difference.left) + u'|' + path(difference.right);
}

Term deep(int levels, const Term &innermost)
{
    QByteArray bytes;
    for (int i = 0; i < levels; ++i)
        bytes += "h\x01";
    bytes += encode(innermost, {false, 0, nullptr});
    DecodeOptions options;
    options.versionByte = false;
    const auto decoded = decode(bytes, 0, options);
    return decoded.ok() ? decoded->term : Term();
}

} // namespace

/// The ways of looking at a term: its bytes, its text, what is found in it, how two differ.
class tst_TermViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsOfAllContainers()
    {
        const Term term = read(u"{[1,2|t], #{a => b}, [], {}, #m:n{f = 1}, fun m:f/1}");
        QCOMPARE(partCount(term), 6);
        QCOMPARE(partAt(term, {0, 2}), read(u"t"));
        QCOMPARE(partAt(term, {1, 0}), read(u"a"));
        QCOMPARE(partAt(term, {1, 1}), read(u"b"));
        QVERIFY(isKey(partAt(term, 1), 0) && !isKey(partAt(term, 1), 1) && !isKey(term, 0));
        QCOMPARE(partAt(term, {4, 1}), read(u"1"));
        QCOMPARE(partCount(partAt(term, 5)), 0);
        QVERIFY(!partAt(term, {0, 3}).isValid());
        QVERIFY(!partAt(term, {7, 7}).isValid());
    }

    void everyByteBelongsToItsValue()
    {
        test::RandomTerm random(11);
        for (int i = 0; i < 300; ++i) {
            const Term term = random.next(60);
            const ByteMap map(encode(term));
            for (const TermPath &path : placesIn(term)) {
                const auto range = map.rangeOf(path);
                QVERIFY2(range, qPrintable(toErlang(term)));
                const Term part = partAt(term, path);
                const QByteArray bytes = map.bytes().mid(range->offset, range->size);
                // In a list that is written as a string, an element is a byte without a tag.
                const Term above = path.isEmpty() ? Term() : partAt(term, path.first(path.size() - 1));
                const auto outer = map.rangeOf(path.isEmpty() ? path : path.first(path.size() - 1));
                if (above.isValid() && map.bytes().at(outer->offset) == char(107))
                    QCOMPARE(qint64(static_cast<quint8>(bytes.at(0))), part.toInteger().value_or(-1));
                else
                    QCOMPARE(bytes, encode(part, {false, 0, nullptr}));
                QCOMPARE(map.pathAt(range->offset), std::optional(path));
            }
            QVERIFY(!map.pathAt(0) && !map.pathAt(map.bytes().size()));
            for (qsizetype at = 1; at < map.bytes().size(); ++at) {
                const auto path = map.pathAt(at);
                QVERIFY(path && map.rangeOf(*path)->contains(at));
            }
        }
    }
    void aFunWithItsVariables()
    {
        // fun with two free variables, as OTP 25 writes one.
        const QByteArray bytes = hex("83 70 0000 0043 01 00112233445566778899aabbccddeeff 00000007 00000002"
                                     " 77016d 6107 62 00000bcd 58 7703 6140 68 00000001 00000000 00000001"
                                     " 6105 77026869");
        const auto fun = decode(bytes);
        if (!fun.ok())
            QSKIP("the vector is not one of this decoder's");
        const ByteMap map(encode(fun->term));
        QCOMPARE(partCount(fun->term), 2);
        QCOMPARE(map.bytes().mid(map.rangeOf({0})->offset, 2), hex("6105"));
        QCOMPARE(map.pathAt(map.bytes().size() - 1), std::optional(TermPath{1}));
    }
    void aLongListIsFoundFromMarks()
    {
        QList<Term> elements;
        for (int i = 0; i < 20'000; ++i)
            elements.append(Term::tuple({Term::integer(i), Term::utf8(QString::number(i))}));
        const Term list = Term::list(elements);
        const ByteMap map(encode(list));
        for (const qsizetype at : {19'999, 5, 256, 257, 12'345, 0, 19'998}) {
            const auto range = map.rangeOf({at, 0});
            QVERIFY(range);
            QCOMPARE(map.pathAt(range->offset), std::optional(TermPath{at, 0}));
        }
        QVERIFY(!map.rangeOf({20'001}));
    }
    void depthIsNoTrouble()
    {
        constexpr int Levels = 400'000;
        const Term term = deep(Levels, Term::atom(u"needle"));
        QVERIFY(term.isValid());
        const ByteMap map(encode(term));
        const auto path = map.pathAt(map.bytes().size() - 1);
        QVERIFY(path);
        QCOMPARE(path->size(), qsizetype(Levels));
        QCOMPARE(map.rangeOf(*path)->size, 8);
        QCOMPARE(found(term, QStringLiteral("need")).size(), 1);
        QCOMPARE(difference(term, deep(Levels, Term::atom(u"other"))).differences.size(), std::size_t(1));
    }
    void bytesThatAreNoTerm()
    {
        for (const char *bytes :
             {"", "83", "83ff", "836c7fffffff", "836d7fffffff00", "8370ffffffff", "835a"}) {
            const ByteMap map(hex(bytes));
            (void)map.pathAt(1);
            (void)map.pathAt(3);
            QVERIFY(!map.rangeOf({0}));
        }
    }

    void theTextOfEachValueIsItsText_data()
    {
        QTest::addColumn<bool>("elixir");
        QTest::addColumn<bool>("pretty");
        QTest::newRow("Erlang") << false << false;
        QTest::newRow("Erlang, pretty") << false << true;
        QTest::newRow("Elixir") << true << false;
        QTest::newRow("Elixir, pretty") << true << true;
    }
    void theTextOfEachValueIsItsText()
    {
        QFETCH(bool, elixir);
        QFETCH(bool, pretty);
        PrintOptions options;
        options.syntax = elixir ? Syntax::Elixir : Syntax::Erlang;
        options.pretty = pretty;
        test::RandomTerm random(12);
        for (int i = 0; i < 200; ++i) {
            const Term term = random.next(60);
            const MappedText mapped = printMapped(term, options);
            QCOMPARE(mapped.text, print(term, options).text);
            for (const TermPath &path : placesIn(term)) {
                const TextPart range = mapped.rangeOf(path);
                const QString text = mapped.text.mid(range.begin, range.end - range.begin);
                if (text.endsWith(QStringLiteral(": ")))
                    continue; // a key of Elixir's short form
                if (range.begin == 0 && range.end == mapped.text.size() && !path.isEmpty())
                    continue; // within text
                // A pair of Elixir's keywords stands without braces.
                const auto back = parse(text, {options.syntax, {}});
                const auto pair = parse(QString(u'[' + text + u']'), {options.syntax, {}});
                const auto whole = back.ok() ? *back : pair.ok() ? pair->at(0) : Term();
                QVERIFY2(whole.isValid(), qPrintable(text));
            }
        }
    }
    void aCharacterLeadsToItsValue()
    {
        const Term term = read(u"{abc, [one, {two, \"text\"}], #{key => <<\"value\">>}}");
        for (const bool elixir : {false, true}) {
            PrintOptions options;
            options.syntax = elixir ? Syntax::Elixir : Syntax::Erlang;
            const MappedText mapped = printMapped(term, options);
            const auto at = [&](QStringView text) { return mapped.pathAt(mapped.text.indexOf(text)); };
            QCOMPARE(at(u"abc"), TermPath{0});
            QCOMPARE(at(u"two"), (TermPath{1, 1, 0}));
            QCOMPARE(at(u"text"), (TermPath{1, 1, 1}));
            QCOMPARE(at(u"key"), (TermPath{2, 0}));
            QCOMPARE(at(u"value"), (TermPath{2, 1}));
            QCOMPARE(mapped.pathAt(0), TermPath());
            const TextPart range = mapped.rangeOf({1, 1});
            QCOMPARE(mapped.text.mid(range.begin, range.end - range.begin),
                     print(partAt(term, {1, 1}), options).text);
            // Characters of text are no parts of their own: the text is what is marked.
            QCOMPARE(mapped.rangeOf({1, 1, 1, 2}).begin, mapped.rangeOf({1, 1, 1}).begin);
        }
    }
    void keywordsAreTuplesTheyAreMadeOf()
    {
        PrintOptions options;
        options.syntax = Syntax::Elixir;
        const Term term = read(u"[{a,1},{b,[{c,2}]}]");
        const MappedText mapped = printMapped(term, options);
        QCOMPARE(mapped.text, QStringLiteral("[a: 1, b: [c: 2]]"));
        const auto part = [&](const TermPath &path) {
            const TextPart range = mapped.rangeOf(path);
            return mapped.text.mid(range.begin, range.end - range.begin);
        };
        QCOMPARE(part({0}), QStringLiteral("a: 1"));
        QCOMPARE(part({1}), QStringLiteral("b: [c: 2]"));
        QCOMPARE(part({1, 1}), QStringLiteral("[c: 2]"));
        QCOMPARE(part({1, 1, 0, 1}), QStringLiteral("2"));
    }
    void jsonIsMappedToo()
    {
        test::RandomTerm random(13);
        for (int i = 0; i < 200; ++i) {
            const Term term = random.next(60);
            const MappedText mapped = jsonMapped(term);
            QCOMPARE(mapped.text, QString::fromUtf8(toJson(term)));
            for (const TermPath &path : placesIn(term)) {
                const TextPart range = mapped.rangeOf(path);
                const Term part = partAt(term, path);
                const QString text = mapped.text.mid(range.begin, range.end - range.begin);
                const Term above = path.isEmpty() ? Term() : partAt(term, path.first(path.size() - 1));
                if (path.isEmpty() || (!isKey(above, path.last()) && mapped.pathAt(range.begin) == path))
                    QCOMPARE(text, QString::fromUtf8(toJson(part)));
            }
        }
    }
    void prettyJsonIsTheSame()
    {
        test::RandomTerm random(14);
        JsonOptions pretty;
        pretty.pretty = true;
        for (int i = 0; i < 200; ++i) {
            const Term term = random.next(40);
            const auto a = QJsonDocument::fromJson('[' + toJson(term) + ']');
            const auto b = QJsonDocument::fromJson('[' + toJson(term, pretty) + ']');
            QCOMPARE(b, a);
        }
        QCOMPARE(toJson(read(u"{a,[1]}"), pretty),
                 QByteArray("{\"$tuple\":[\n  {\"$atom\":\"a\"},\n  [\n    1\n  ]\n]}"));
    }
    void longTextIsCutAndSaysSo()
    {
        const Term term = Term::list(QList<Term>(10'000, read(u"{ab, \"ü€𝄞\"}")));
        PrintOptions options;
        options.maxCharacters = 501;
        const MappedText printed = printMapped(term, options);
        QVERIFY(printed.truncated);
        QCOMPARE(printed.text.size(), 502);
        QVERIFY(printed.rangeOf({9'999, 0}).end <= printed.text.size());
        for (qsizetype most = 480; most < 520; ++most) {
            JsonOptions json;
            json.maxBytes = most;
            const MappedText mapped = jsonMapped(term, json);
            QVERIFY(mapped.truncated && mapped.text.endsWith(u'…'));
            QVERIFY(!mapped.text.contains(QChar::ReplacementCharacter));
            for (const TextPart &part : mapped.parts)
                QVERIFY(part.begin <= part.end && part.end <= mapped.text.size());
        }
    }

    void textIsFoundWhereItStands()
    {
        const Term term = read(u"{alpha, [beta, <<\"Alphabet\">>], #{alpha => 42}, \"charlist alpha\", 142, "
                               u"#Pid<alpha@h.1.2.3>, fun alpha:f/1, [[]], 1.42}");
        QCOMPARE(found(term, QStringLiteral("alpha")), (QList<TermPath>{{0}, {1, 1}, {2, 0}, {3}, {5}, {6}}));
        QCOMPARE(found(term, QStringLiteral("alpha"), Qt::CaseSensitive),
                 (QList<TermPath>{{0}, {2, 0}, {3}, {5}, {6}}));
        QCOMPARE(found(term, QStringLiteral("42")), (QList<TermPath>{{2, 1}, {4}, {8}}));
        QCOMPARE(found(term, QString()), QList<TermPath>());
        QCOMPARE(found(read(u"alpha"), QStringLiteral("alp")), QList<TermPath>{{}});
    }

    void differences_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *left, const char *right, const QStringList &expected) {
            QTest::addRow("%s and %s", left, right)
                << QString::fromUtf8(left) << QString::fromUtf8(right) << expected;
        };
        row("1", "1", {});
        row("1", "1.0", {QStringLiteral("~|")});
        row("{a,b,c}", "{a,x,c}", {QStringLiteral("~1|1")});
        row("{a,b}", "{a,b,c}", {QStringLiteral("~|")});
        row("[1,2,3]", "[1,2,4]", {QStringLiteral("~2|2")});
        row("[1,2,3]", "[1,3]", {QStringLiteral("-1|")});
        row("[1,3]", "[1,2,3]", {QStringLiteral("+|1")});
        row("[1,2|a]", "[1,2|b]", {QStringLiteral("~2|2")});
        row("#{a => 1,b => 2}", "#{b => 2,a => 1}", {});
        row("#{a => 1,b => 2}", "#{c => 2,a => 3}",
            {QStringLiteral("~1|3"), QStringLiteral("-3|"), QStringLiteral("+|1")});
        row("{[#{k => [1,2]}]}", "{[#{k => [1,9]}]}", {QStringLiteral("~0.0.1.1|0.0.1.1")});
        row("[]", "[1]", {QStringLiteral("~|")});
        row("{}", "#{}", {QStringLiteral("~|")});
    }
    void differences()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QStringList told;
        for (const TermDifference &one : difference(read(left), read(right)).differences)
            told.append(shown(one));
        QTEST(told, "expected");
    }
    void aTermDoesNotDifferFromItself()
    {
        test::RandomTerm random(15);
        for (int i = 0; i < 500; ++i) {
            const Term term = random.next(60);
            const TermDiff none = difference(term, decoded(encode(term)));
            if (!none.differences.empty())
                qWarning().noquote() << shown(none.differences.front()) << toErlang(term);
            QVERIFY(none.differences.empty());
            const Term other = random.next(60);
            QCOMPARE(difference(term, other).differences.empty(), term == other);
        }
    }
    void manyDifferencesAreCut()
    {
        QList<Term> left;
        QList<Term> right;
        for (int i = 0; i < 5000; ++i) {
            left.append(Term::integer(i));
            right.append(Term::integer(-i - 1));
        }
        const TermDiff diff = difference(Term::list(left), Term::list(right));
        QVERIFY(diff.truncated);
        QCOMPARE(diff.differences.size(), DiffOptions().most);
        DiffOptions never;
        never.goOn = [] { return false; };
        never.most = 100'000;
        QVERIFY(difference(Term::list(left), Term::list(right), never).cancelled);
    }
};

QTEST_APPLESS_MAIN(tst_TermViews)
#include "tst_TermViews.moc"
