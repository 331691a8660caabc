#include "TermTesting.h"
#include "term/TermBuilder.h"

using namespace nodescope::term;

class tst_Term : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalars()
    {
        QVERIFY(!Term().isValid());
        QCOMPARE(Term::integer(-5).toInteger(), -5);
        QVERIFY(!Term::integer(-5).toUnsigned());
        QVERIFY(Term::integer(-5).isNegative());
        QCOMPARE(Term::real(1.5).toDouble(), 1.5);
        QVERIFY(!Term::real(qInf()).isValid());
        QVERIFY(!Term::real(qQNaN()).isValid());
        QVERIFY(Term::nil().isNil() && Term::nil().isList() && Term::nil().isProperList());
        QCOMPARE(Term::boolean(true).toBoolean(), true);
        QVERIFY(!Term::atom(u"yes").toBoolean());
        QVERIFY(!Term::nil().toInteger() && !Term::nil().toDouble() && !Term::nil().toPid());
    }
    void atoms()
    {
        const Term atom = Term::atom(u"caf\u00e9");
        QVERIFY(atom.isAtom(u"caf\u00e9") && !atom.isAtom(u"cafe") && !atom.isAtom(u"caf\u00e9s"));
        QVERIFY(atom.isAtom(QLatin1String("caf\xe9")));
        QCOMPARE(atom, Term::atom(QLatin1String("caf\xe9")));
        QCOMPARE(atom.atomText(), QStringLiteral("caf\u00e9"));
        QVERIFY(Term::atom(u"").isAtom());
        QVERIFY(Term::atom(QString(255, u'\u00e9')).isAtom());
        QVERIFY(!Term::atom(QString(256, u'x')).isValid());
        QVERIFY(!Term::atom(QString(QChar(0xd800))).isValid());
        QVERIFY(!Term::integer(1).isAtom(u""));
        QCOMPARE(Term::integer(1).atomText(), QString());
    }
    void integers_data()
    {
        QTest::addColumn<bool>("negative");
        QTest::addColumn<QByteArray>("magnitude");
        QTest::addColumn<QString>("decimal");
        QTest::addColumn<bool>("big");
        const auto row = [](bool negative, const char *magnitude, const QString &decimal, bool big) {
            QTest::newRow(qPrintable(decimal)) << negative << hex(magnitude) << decimal << big;
        };
        row(false, "", QStringLiteral("0"), false);
        row(false, "ffffffffffffff7f", QStringLiteral("9223372036854775807"), false);
        row(true, "0000000000000080", QStringLiteral("-9223372036854775808"), false);
        row(false, "0000000000000080", QStringLiteral("9223372036854775808"), true);
        row(true, "0100000000000080", QStringLiteral("-9223372036854775809"), true);
        row(false, "ffffffffffffffff", QStringLiteral("18446744073709551615"), true);
        row(false, "000000000000000001", QStringLiteral("18446744073709551616"), true);
        row(true, "00ca9a3b00000000 00ca9a3b", QStringLiteral("-18446744073709551617000000000"), true);
    }
    void integers()
    {
        QFETCH(bool, negative);
        QFETCH(QByteArray, magnitude);
        QFETCH(QString, decimal);
        QFETCH(bool, big);
        const Term term = Term::bigInteger(negative, magnitude);
        QCOMPARE(term.kind(), big ? Kind::BigInteger : Kind::Integer);
        QCOMPARE(term.decimalText(), decimal);
        QCOMPARE(term.magnitude(), magnitude);
        QCOMPARE(term.isNegative(), negative);
        QCOMPARE(term.toInteger().has_value(), !big);
        QCOMPARE(term.toUnsigned().has_value(), !negative && magnitude.size() <= 8);
        QCOMPARE(*term.toDouble(), decimal.toDouble());
        QCOMPARE(Term::bigInteger(negative, magnitude + QByteArray(3, '\0')), term);
    }
    void unsignedIntegers()
    {
        QCOMPARE(Term::unsignedInteger(7), Term::integer(7));
        QCOMPARE(Term::unsignedInteger(~quint64(0)).toUnsigned(), ~quint64(0));
        QCOMPARE(Term::unsignedInteger(~quint64(0)).kind(), Kind::BigInteger);
        QVERIFY(!Term::bigInteger(false, QByteArray(1000, '\xff')).toDouble());
    }

    /// Messages are taken apart without checking each step.
    void partsThatAreNotThere()
    {
        const Term term = read(u"{ok, [1, 2 | rest], #{key => value}}");
        QCOMPARE(term.tupleSize(), 3);
        QVERIFY(term.isTuple(3) && !term.isTuple(2));
        QVERIFY(term.at(0).isAtom(u"ok"));
        QVERIFY(!term.at(3).isValid() && !term.at(-1).isValid());
        QCOMPARE(term.at(1).at(1).toInteger(), 2);
        QVERIFY(!term.at(1).at(2).isValid());
        QVERIFY(term.at(1).listTail().isAtom(u"rest"));
        QVERIFY(!term.at(1).isProperList() && !term.at(1).toList());
        QCOMPARE(term.at(2).value(u"key").atomText(), QStringLiteral("value"));
        QCOMPARE(term.at(2).value(QLatin1String("key")).atomText(), QStringLiteral("value"));
        QVERIFY(!term.at(2).value(u"none").isValid());
        QVERIFY(!term.at(9).at(9).value(u"none").toPid());
        QCOMPARE(term.at(9).tupleSize(), -1);
        QCOMPARE(term.at(9).size(), 0);
        QVERIFY(!term.keyAt(0).isValid() && !term.valueAt(0).isValid());
        QVERIFY(!term.at(2).at(0).isValid());
    }
    void ranges()
    {
        QStringList seen;
        for (const Term &element : read(u"[a, b | c]").elements())
            seen += element.atomText();
        for (const Term &element : read(u"{d, e}").elements())
            seen += element.atomText();
        for (const auto &[key, value] : read(u"#{f => g}").entries())
            seen += key.atomText() + value.atomText();
        QCOMPARE(seen.join(u' '), QStringLiteral("a b d e fg"));
        QCOMPARE(read(u"\"AB\"").at(1).toInteger(), 66);
        QCOMPARE(read(u"\"AB\"").toList()->size(), 2);
        QCOMPARE(Term::integer(1).elements().size(), 0);
        QCOMPARE(Term::nil().toList()->size(), 0);
    }
    void makers()
    {
        const Term one = Term::integer(1);
        QCOMPARE(Term::list({}), Term::nil());
        QCOMPARE(Term::tuple({}).tupleSize(), 0);
        QCOMPARE(Term::map({}).size(), 0);
        QCOMPARE(Term::list({one, Term::atom(u"a")}), read(u"[1, a]"));
        QCOMPARE(Term::list({one}, Term::atom(u"a")), read(u"[1 | a]"));
        QCOMPARE(Term::list({one}, Term::charlist(u"A")), read(u"[1, 65]"));
        QCOMPARE(Term::list({one}, Term::list({one}, one)), read(u"[1, 1 | 1]"));
        QCOMPARE(Term::list(std::initializer_list<Term>{}, one), one);
        const QList<Term> many(300, one);
        QCOMPARE(Term::tuple(many).tupleSize(), 300);
        QCOMPARE(Term::list(many).size(), 300);
        QCOMPARE(Term::map({{one, one}, {Term::atom(u"a"), one}, {one, Term::nil()}}),
                 read(u"#{1 => [], a => 1}"));
        QVERIFY(!Term::tuple({one, Term()}).isValid());
        QVERIFY(!Term::list({one}, Term()).isValid());
        QCOMPARE(Term::utf8(u"\u00e9").toByteArray(), QByteArray("\xc3\xa9"));
        QVERIFY(!Term::exportedFunction({QStringLiteral("m"), QStringLiteral("f"), 256}).isValid());
    }
    /// Strings, structures and large binaries survive being put into others again and again.
    void partsOfOthers()
    {
        const QByteArray large(100'000, 'x');
        Term term = Term::binary(large);
        const void *bytes = term.bytes().data();
        for (int i = 0; i < 100; ++i)
            term = Term::tuple({Term::atom(u"layer"), term});
        for (int i = 0; i < 100; ++i)
            term = term.at(1);
        QCOMPARE(term.toByteArray(), large);
        QCOMPARE(static_cast<const void *>(term.bytes().data()), bytes); // shared, not copied
        QVERIFY(term.detached().bytes().data() != bytes);
        const Term small = read(u"{big, small}").at(1).detached();
        QVERIFY(small.isAtom(u"small"));
        // An empty one from behind other values has no cells to point to.
        for (const QStringView text : {u"{1, {}}", u"{1, #{}}"}) {
            const Term empty = read(text).at(1).detached();
            QCOMPARE(empty, read(text).at(1));
            QCOMPARE(decoded(encode(empty)), empty);
        }
    }
    void identifiers()
    {
        const Pid pid{QStringLiteral("a@b"), 1, 2, 3};
        const Port port{QStringLiteral("a@b"), quint64(1) << 40, 3};
        const Reference reference(QStringLiteral("a@b"), 9, {1, 2, 3, 4, 5});
        QCOMPARE(Term::pid(pid).toPid(), pid);
        QCOMPARE(Term::port(port).toPort(), port);
        QCOMPARE(Term::reference(reference).toReference(), reference);
        QVERIFY(!Term::reference(Reference(QStringLiteral("a@b"), 9, {})).isValid());
        QCOMPARE(reference.words().size(), 5u);
        QVERIFY(reference != Reference(QStringLiteral("a@b"), 9, {1, 2, 3, 4}));
        QVERIFY(qHash(pid) == qHash(Pid(pid)));
        QVERIFY(qHash(reference) != qHash(Reference(QStringLiteral("a@b"), 8, {1, 2, 3, 4, 5})));
        const QHash<Pid, int> byPid{{pid, 1}};
        QCOMPARE(byPid.value(pid), 1);
    }
    void functions()
    {
        const Term external = read(u"fun lists:map/2");
        QCOMPARE(external.arity(), 2);
        QCOMPARE(external.module(), QStringLiteral("lists"));
        QCOMPARE(external.toExportedFunction()->function, QStringLiteral("map"));
        const Term fun =
            decoded(hex("83 70 00000041 01 000102030405060708090a0b0c0d0e0f 00000003 00000001 77016d "
                        "6103 6107 58 7703614062 00000001 00000002 00000003 6105"));
        QCOMPARE(fun.kind(), Kind::Fun);
        QCOMPARE(fun.arity(), 1);
        QCOMPARE(fun.module(), QStringLiteral("m"));
        QCOMPARE(fun.funIndex(), 3u);
        QCOMPARE(fun.funUnique(), hex("000102030405060708090a0b0c0d0e0f"));
        QCOMPARE(fun.size(), 1);
        QCOMPARE(fun.freeVariable(0).toInteger(), 5);
        QVERIFY(!fun.freeVariable(1).isValid());
    }
    void nativeRecord()
    {
        const Term record = read(u"#shop:item{name = tea, price = 3}");
        QCOMPARE(record.kind(), Kind::Record);
        QCOMPARE(record.module(), QStringLiteral("shop"));
        QCOMPARE(record.recordName(), QStringLiteral("item"));
        QVERIFY(record.isExportedRecord());
        QCOMPARE(record.size(), 2);
        QCOMPARE(record.value(u"price").toInteger(), 3);
        QCOMPARE(record.keyAt(0).atomText(), QStringLiteral("name"));
        QVERIFY(!record.value(u"weight").isValid());
    }
    void bytes()
    {
        const Term bits = Term::bitstring(QByteArray("\xff\xff"), 11);
        QCOMPARE(bits.kind(), Kind::Bitstring);
        QCOMPARE(bits.bitSize(), 11);
        QCOMPARE(bits.toByteArray(), QByteArray("\xff\xe0"));
        QCOMPARE(Term::bitstring(QByteArray("ab"), 16), Term::binary(QByteArray("ab")));
        QVERIFY(!Term::bitstring(QByteArray("a"), 9).isValid());
        QCOMPARE(Term::bitstring({}, 0).kind(), Kind::Binary);
        QCOMPARE(Term::atom(u"a").toByteArray(), QByteArray());
    }
    void text()
    {
        QCOMPARE(read(u"[\"ab\", <<\"c\">>, [[$d]] | <<\"e\">>]").toIoData(), QByteArray("abcde"));
        QVERIFY(!read(u"[256]").toIoData() && !read(u"[a]").toIoData() && !read(u"a").toIoData());
        QCOMPARE(*read(u"[16#1F600, <<\"\u00e9\"/utf8>>]").toText(), QString::fromUtf8("\U0001F600\u00e9"));
        QCOMPARE(*read(u"<<16#e9>>").toText(), QStringLiteral("\u00e9"));
        QCOMPARE(*read(u"\"\u00e9\"").toText(), QStringLiteral("\u00e9"));
        QCOMPARE(Term::nil().toText(), QString());
        QVERIFY(!read(u"[-1]").toText() && !read(u"[16#d800]").toText() && !read(u"{}").toText());
    }
    void builder()
    {
        TermBuilder builder;
        builder.atom(u"ok");
        builder.integer(1);
        builder.add(read(u"{nested, <<1,2,3>>}"));
        builder.list(2);
        builder.tuple(2);
        QCOMPARE(builder.depth(), 1);
        QCOMPARE(builder.take(), read(u"{ok, [1, {nested, <<1,2,3>>}]}"));
        QVERIFY(!builder.take().isValid()); // empty again
        builder.tuple(1);
        QVERIFY(!builder.take().isValid()); // too few
        builder.nil();
        builder.nil();
        QVERIFY(!builder.take().isValid()); // two values
        for (int i : {3, 1, 3, 2, 3}) {
            builder.integer(i);
            builder.integer(10 * i + builder.depth());
        }
        QCOMPARE(builder.map(5), 3);
        QCOMPARE(builder.take(), read(u"#{1 => 13, 2 => 27, 3 => 39}"));
    }
    /// A term is a shared constant: handles may be copied and read from several threads.
    void sharedBetweenThreads()
    {
        const Term term = decoded(encode(read(u"{ok, [\"text\", #{a => <<\"b\">>}], #Pid<a@b.1.2.3>}")));
        std::vector<std::unique_ptr<QThread>> threads;
        std::atomic<int> right = 0;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([term, &right] {
                for (int round = 0; round < 2000; ++round) {
                    const Term part = term.at(1);
                    right += part.at(1).value(u"a").toByteArray() == "b" && term == Term(term) ? 1 : 0;
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            thread->wait();
        QCOMPARE(right, 8000);
    }
};

QTEST_APPLESS_MAIN(tst_Term)
#include "tst_Term.moc"
