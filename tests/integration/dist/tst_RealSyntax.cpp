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
    static constexpr std::size_t AtOnce = 100; ///< in one call

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
            // Elixir 1.14 takes atoms of 255 bytes, not characters, and leaves escapes in quoted names of
            // functions as they are.
            const auto function = here.toExportedFunction();
            const bool plain =
                !function || std::all_of(function->function.begin(), function->function.end(),
                                         [](QChar c) { return c.isLetterOrNumber() && c < u'\x80'; });
            const qsizetype longest = function ? function->module.toUtf8().size() : here.atomUtf8().size();
            if (!plain || longest > 255)
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
        while (made.size() < std::size_t(Terms)) {
            const Term term = random.next(8);
            if (isWritable(term))
                made.push_back(term);
        }
        return made;
    }

    /// Asks all of them, many at once; `question` has a list of texts read, and gives what each was read as.
    void check(Syntax syntax, const std::function<Term(const std::vector<Term> &)> &question)
    {
        const std::vector<Term> all = terms();
        int wrong = 0;
        for (std::size_t begin = 0; begin < all.size(); begin += AtOnce) {
            std::vector<Term> texts;
            for (std::size_t i = begin; i < begin + AtOnce; ++i)
                texts.push_back(printed(all[i], syntax, i % 2 == 0));
            const Term read = question(texts);
            QCOMPARE(read.size(), qsizetype(AtOnce));
            for (std::size_t i = 0; i < AtOnce; ++i) {
                const Term here = read.at(qsizetype(i));
                // {ok, Term} of Erlang, {Term, Bindings} of Elixir.
                if (here.at(syntax == Syntax::Erlang ? 1 : 0) != all[begin + i] && wrong++ < 5)
                    qWarning() << texts[i] << "was read as" << here;
            }
        }
        QCOMPARE(wrong, 0);
    }
    static Term printed(const Term &term, Syntax syntax, bool pretty)
    {
        term::PrintOptions options;
        options.syntax = syntax;
        options.pretty = pretty;
        const QString text = term::print(term, options).text;
        return syntax == Syntax::Erlang ? Term::charlist(QString(text + u'.')) : Term::utf8(text);
    }
    /// `lists:map(fun Module:Function/1, List)` there.
    Term map(const Peer &peer, const char *module, const char *function, const Term &list) const
    {
        dist::CallRequest request;
        request.node = peer.name();
        request.module = QStringLiteral("lists");
        request.function = QStringLiteral("map");
        request.arguments = {Term::exportedFunction({QLatin1String(module), QLatin1String(function), 1}),
                             list};
        request.timeout = std::chrono::seconds(60);
        const dist::CallResult result = m_bench.call(request);
        if (const auto *raised = std::get_if<dist::call_end::Raised>(&result.end))
            qWarning() << raised->reason << raised->stack;
        else if (!result.value())
            qWarning() << dist::reasonName(result.end);
        return result.value() ? *result.value() : Term();
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
        check(Syntax::Erlang, [&](const std::vector<Term> &texts) {
            std::vector<Term> tokens;
            for (const Term &scanned :
                 map(*peer, "erl_scan", "string", Term::list(std::span<const Term>(texts))).elements())
                tokens.push_back(scanned.at(1));
            return map(*peer, "erl_parse", "parse_term", Term::list(std::span<const Term>(tokens)));
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
        check(Syntax::Elixir, [&](const std::vector<Term> &texts) {
            return map(peer, "Elixir.Code", "eval_string", Term::list(std::span<const Term>(texts)));
        });
    }
};

QTEST_GUILESS_MAIN(tst_RealSyntax)
#include "tst_RealSyntax.moc"
