#include "support/Peer.h"

#include <csignal>

#include <unistd.h>

#include <QTest>

#include "support/ForeignNode.h"

namespace nodescope::test {

namespace {

constexpr int StartTimeout = 30'000;

// Both evaluators read a line, answer with `@@value …@@`, and end the node when their input ends.
const QString ErlangEvaluator = QStringLiteral(R"erl(
    Eval = fun Eval() ->
        case io:get_line('') of
            Line when is_list(Line) ->
                {ok, Tokens, _} = erl_scan:string(Line),
                {ok, Forms} = erl_parse:parse_exprs(Tokens),
                Result = try {value, Value, _} = erl_eval:exprs(Forms, []), {ok, Value}
                         catch Class:Reason -> {Class, Reason} end,
                io:format("~n@@value ~0p@@~n", [Result]),
                Eval();
            _ -> erlang:halt()
        end
    end,
    spawn(fun() -> io:format("~n@@ready ~s@@~n", [node()]), Eval() end).)erl");

const QString ElixirEvaluator = QStringLiteral(R"ex(
    eval = fn eval ->
      case IO.gets("") do
        line when is_binary(line) ->
          result = try do {:ok, elem(Code.eval_string(line), 0)} catch kind, reason -> {kind, reason} end
          IO.puts("\n@@value " <> inspect(result, limit: :infinity) <> "@@")
          eval.(eval)
        _ -> :erlang.halt()
      end
    end
    IO.puts("\n@@ready #{node()}@@")
    eval.(eval))ex");

} // namespace

QString Peer::whyUnavailable(Language language)
{
    if (language == Language::C)
        return whyNoCNode();
    if (language == Language::Java)
        return whyNoJavaNode();
    const QString program = language == Language::Erlang ? QStringLiteral("erl") : QStringLiteral("elixir");
    if (peerCommand(program).program.isEmpty())
        return program + QStringLiteral(" is not installed");
    if (otpRelease() == 0)
        return QStringLiteral("erl does not start");
    return {};
}

int Peer::otpRelease()
{
    static const int release = otpReleaseIn(peerRoot());
    return release;
}

int Peer::otpReleaseIn(const QString &root)
{
    PeerCommand erl = peerCommand(QStringLiteral("erl"), root);
    erl.arguments << QStringLiteral("-noshell") << QStringLiteral("-boot") << QStringLiteral("start_clean")
                  << QStringLiteral("-eval")
                  << QStringLiteral("io:put_chars(erlang:system_info(otp_release)), halt().");
    return outputOf(erl).toInt();
}

Peer::Peer(Options options)
    : m_options(std::move(options))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ERL_EPMD_PORT"), QString::number(m_options.epmdPort));
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.insert(QStringLiteral("ERL_CRASH_DUMP"), QStringLiteral("/dev/null"));
    for (auto it = m_options.environment.cbegin(); it != m_options.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    m_process.setProcessEnvironment(environment);
}

Peer::~Peer()
{
    kill();
}

QStringList Peer::naming(const QString &dashes) const
{
    if (!m_options.naming.isEmpty())
        return m_options.naming;
    return {dashes + (m_options.name.isLong() ? QStringLiteral("name") : QStringLiteral("sname")),
            m_options.name.text()};
}

QStringList Peer::erlangArguments() const
{
    QStringList arguments{QStringLiteral("-noshell")};
    arguments += naming(QStringLiteral("-"));
    arguments << QStringLiteral("-start_epmd") << QStringLiteral("false");
    if (m_options.withCookie)
        arguments << QStringLiteral("-setcookie") << m_options.cookie;
    if (m_options.loopbackOnly) {
        arguments << QStringLiteral("-kernel") << QStringLiteral("inet_dist_use_interface")
                  << QStringLiteral("{127,0,0,1}");
    }
    return arguments + m_options.flags + QStringList{QStringLiteral("-eval"), ErlangEvaluator.simplified()};
}

QStringList Peer::elixirArguments() const
{
    const QString flags = QStringLiteral("-start_epmd false -kernel inet_dist_use_interface {127,0,0,1} ") +
                          m_options.flags.join(u' ');
    return naming(QStringLiteral("--")) + QStringList{QStringLiteral("--cookie"), m_options.cookie,
                                                      QStringLiteral("--erl"),    flags,
                                                      QStringLiteral("-e"),       ElixirEvaluator};
}

PeerCommand Peer::command() const
{
    const QString root = m_options.root.value_or(peerRoot());
    PeerCommand command;
    switch (m_options.language) {
    case Language::Erlang:
        command = peerCommand(QStringLiteral("erl"), root);
        command.arguments += erlangArguments();
        break;
    case Language::Elixir:
        command = peerCommand(QStringLiteral("elixir"), root);
        command.arguments += elixirArguments();
        break;
    case Language::C:
    case Language::Java:
        command = m_options.language == Language::C ? cNodeCommand() : javaNodeCommand();
        command.arguments << m_options.name.text() << m_options.cookie;
        break;
    }
    return startedBy(m_options.within, command);
}

bool Peer::start()
{
    const PeerCommand what = command();
    m_process.start(what.program, what.arguments);
    const QString name = waitForMark(QStringLiteral("ready"), StartTimeout);
    return m_options.anyName ? !name.isEmpty() : name == m_options.name.text();
}

QString Peer::evaluate(const QString &expressions, int timeout)
{
    m_process.write(expressions.toUtf8() + '\n');
    return waitForMark(QStringLiteral("value"), timeout);
}

QString Peer::waitForMark(const QString &mark, int timeout)
{
    const QString begin = QStringLiteral("@@") + mark + u' ';
    QString found;
    const auto arrived = [&] {
        m_output += QString::fromUtf8(m_process.readAll());
        const qsizetype start = m_output.indexOf(begin, m_read);
        const qsizetype end = start < 0 ? -1 : m_output.indexOf(QLatin1String("@@\n"), start + begin.size());
        if (end < 0)
            return m_process.state() == QProcess::NotRunning; // no use in waiting
        found = m_output.mid(start + begin.size(), end - start - begin.size());
        m_read = end;
        return true;
    };
    return QTest::qWaitFor(arrived, timeout) ? found : QString();
}

void Peer::freeze()
{
    signalGroup(SIGSTOP);
}

void Peer::thaw()
{
    signalGroup(SIGCONT);
}

void Peer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    signalGroup(SIGKILL);
    m_process.waitForFinished(5'000);
}

void Peer::signalGroup(int number) const
{
    if (const qint64 pid = m_process.processId(); pid > 0)
        ::kill(pid_t(-pid), number);
}

QString Peer::output()
{
    m_output += QString::fromUtf8(m_process.readAll());
    return m_output;
}

} // namespace nodescope::test
