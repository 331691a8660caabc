#include "Bench.h"

#include "support/RandomTerm.h"
#include "term/Printer.h"

using namespace nodescope;
using namespace nodescope::test;
using term::Kind;
using term::Syntax;
using term::Term;

/// What Erlang's and Elixir's own parsers read from our print is the same term.
class tst_RealSyntax : public QObject
{
    Q_OBJECT

    static constexpr int Terms = 10'000;
    static constexpr int AtOnce = 50; ///< questions under way

    Bench m_bench;

    /// Whether text can stand for it: the languages have none for pids and their kind, native records, and
    /// maps that claim to be a struct that nobody defined.
    static bool isWritable(const Term &term)
    {
        std::vector<Term> open{term};
        while (!open.empty()) {
            const Term here = open.back();
            open.pop_back();
            const Kind kind = here.kind();
            if (kind == Kind::Pid || kind == Kind::Port || kind == Kind::Reference || kind == Kind::Record ||
                kind == Kind::Fun || here.contains(Term::atom(u"__struct__")))
                return false;
            for (const Term &part : here.elements())
                open.push_back(part);
            if (kind == Kind::List)
                open.push_back(here.listTail());
            for (qsizetype i = 0; here.isMap() && i < here.size(); ++i) {
                open.push_back(here.keyAt(i));
                open.push_back(here.valueAt(i));
            }
        }
        return true;
    }
    static std::vector<Term> terms()
    {
        RandomTerm random(29);
        std::vector<Term> made;
        while (made.size() < Terms) {
            const Term term = random.next(8);
            if (isWritable(term))
                made.push_back(term);
        }
        return made;
    }

    /// Asks all of them, some at once; `questions` makes a call of a text.
    void
    check(const Peer &peer, Syntax syntax,
          const std::function<void(const QString &, const std::function<void(const Term &)> &)> &question)
    {
        const std::vector<Term> all = terms();
        std::size_t next = 0;
        std::size_t answered = 0;
        int wrong = 0;
        std::function<void()> ask = [&] {
            if (next == all.size())
                return;
            const Term term = all[next++];
            term::PrintOptions options;
            options.syntax = syntax;
            options.pretty = next % 2 == 0;
            const QString text = term::print(term, options).text;
            question(text, [&, term, text](const Term &read) {
                ++answered;
                if (read != term && wrong++ < 5)
                    qWarning().noquote() << text << "was read as" << term::toErlang(read, 500);
                ask();
            });
        };
        for (int i = 0; i < AtOnce; ++i)
            ask();
        QVERIFY2(QTest::qWaitFor([&] { return answered == all.size(); }, 600'000),
                 qPrintable(QString::number(answered)));
        QCOMPARE(wrong, 0);
        QVERIFY(!peer.name().isNull());
    }
    void call(const Peer &peer, const char *module, const char *function, std::vector<Term> arguments,
              const std::function<void(const Term &)> &use)
    {
        dist::CallRequest request;
        request.node = peer.name();
        request.module = QLatin1String(module);
        request.function = QLatin1String(function);
        request.arguments = std::move(arguments);
        request.timeout = std::chrono::seconds(60);
        m_bench.node->call(request, m_bench.node.get(), [use](const dist::CallResult &result) {
            use(result.value() ? *result.value() : Term());
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
    }
    void erlang()
    {
        const auto peer = m_bench.peer(QStringLiteral("erlang"));
        QVERIFY(peer->start() && m_bench.dial(peer->name()).connected());
        check(*peer, Syntax::Erlang, [&](const QString &text, const std::function<void(const Term &)> &use) {
            const Term source = Term::charlist(QString(text + u'.'));
            call(*peer, "erl_scan", "string", {source}, [this, &peer, use](const Term &tokens) {
                call(*peer, "erl_parse", "parse_term", {tokens.at(1)},
                     [use](const Term &read) { use(read.at(1)); });
            });
        });
    }
    void elixir()
    {
        if (const QString why = Peer::whyUnavailable(Peer::Language::Elixir); !why.isEmpty())
            QSKIP(qPrintable(why));
        Peer::Options options;
        options.name = base::NodeName::literal(u"elixir@127.0.0.1");
        options.epmdPort = m_bench.epmd.port();
        options.language = Peer::Language::Elixir;
        Peer peer(options);
        QVERIFY2(peer.start(), qPrintable(peer.output()));
        QVERIFY(m_bench.dial(peer.name()).connected());
        check(peer, Syntax::Elixir, [&](const QString &text, const std::function<void(const Term &)> &use) {
            call(peer, "Elixir.Code", "eval_string", {Term::utf8(text)},
                 [use](const Term &read) { use(read.at(0)); });
        });
    }
};

QTEST_GUILESS_MAIN(tst_RealSyntax)
#include "tst_RealSyntax.moc"
