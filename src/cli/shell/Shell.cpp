#include "cli/shell/Shell.h"

#include <unistd.h>

#include <QSocketNotifier>

#include "cli/ExitStatus.h"
#include "cli/SafeText.h"
#include "cli/TermText.h"
#include "cli/Words.h"
#include "cli/shell/Terminal.h"
#include "doctor/errands/ErrandPlan.h"
#include "session/errands/Mailbox.h"
#include "term/Json.h"

namespace nodescope::cli {

using term::Term;

namespace {

constexpr std::size_t MaxMail = 1000; // messages that nobody has printed
constexpr qsizetype MostOffered = 60; // words that Tab lists

} // namespace

Shell::Shell(NodeConnection &connection, Settings settings, Console &console, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_settings(std::move(settings))
    , m_console(console)
    , m_process(connection.self().createProcess())
    , m_history(m_settings.history)
{
    m_editor.setHistory(m_history.lines());
    connect(m_process, &dist::LocalProcess::message, this, [this](const Term &message) {
        if (m_mail.size() < MaxMail)
            m_mail.push_back(message.detached());
    });
    connect(&connection.self(), &dist::LocalNode::linkDown, this, [this] {
        fail(QStringLiteral("connection_lost"),
             Words::tr("the link to %1 went down").arg(m_settings.node.text()));
        m_over = true;
        m_loop.quit();
    });
}

Shell::~Shell() = default;

// ---- Lines ----

void Shell::take(const QString &line)
{
    const QString text = m_begun + line;
    const term::Pid self = m_process->pidOn(m_settings.node);
    const shell_line::Line read = shell_line::read(text, m_settings.syntax, self);
    if (std::holds_alternative<shell_line::Incomplete>(read)) {
        m_begun = text + u'\n';
        return;
    }
    m_begun.clear();
    if (m_atTerminal)
        m_history.add(text);
    if (const auto *expression = std::get_if<term::CallExpression>(&read)) {
        call(*expression);
    } else if (const auto *term = std::get_if<Term>(&read)) {
        show(*term);
    } else if (const auto *sending = std::get_if<shell_line::Send>(&read)) {
        send(*sending);
    } else if (const auto *use = std::get_if<shell_line::UseSyntax>(&read)) {
        m_settings.syntax = use->syntax;
    } else if (const auto *wrong = std::get_if<shell_line::Wrong>(&read)) {
        fail(QStringLiteral("not_a_term"), textOf(wrong->error));
        m_console.explain(caretOf(wrong->error, text));
    } else if (std::holds_alternative<shell_line::Flush>(read)) {
        flush();
    } else if (std::holds_alternative<shell_line::Help>(read)) {
        help();
    } else if (std::holds_alternative<shell_line::Quit>(read)) {
        m_over = true;
        m_loop.quit();
    }
}

void Shell::call(const term::CallExpression &expression)
{
    dist::CallRequest request;
    request.node = m_settings.node;
    request.module = expression.module;
    request.function = expression.function;
    for (const Term &argument : expression.arguments.elements())
        request.arguments.push_back(argument);
    request.timeout = m_settings.timeout;
    QEventLoop waiting;
    m_call = m_connection.self().call(request, &waiting, [&](const dist::CallResult &result) {
        m_call = 0;
        tellEnd(result);
        waiting.quit();
    });
    waiting.exec();
}

void Shell::tellEnd(const dist::CallResult &result)
{
    using namespace dist::call_end;
    if (const Term *value = result.value())
        return show(*value);
    if (const auto *raised = std::get_if<Raised>(&result.end)) {
        constexpr const char *Classes[] = {"throw", "exit", "error"};
        fail(QStringLiteral("raised"), Words::tr("the call raised %1: %2")
                                           .arg(QLatin1String(Classes[static_cast<int>(raised->kind)]),
                                                term::toErlang(raised->reason, 2000)));
        return;
    }
    const QString why = QLatin1String(dist::reasonName(result.end));
    fail(why, Words::tr("the call failed: %1").arg(why));
}

void Shell::send(const shell_line::Send &line)
{
    cluster::Errand errand;
    errand.node = m_settings.node;
    errand.process = line.process;
    const auto target = doctor::targetOf(errand);
    const auto destination = target ? session::destinationOf(*target) : std::nullopt;
    const bool sent = destination && m_process->send(*destination, line.message) == dist::SendResult::Sent;
    if (sent)
        show(line.message); // as `!` does
    else
        fail(QStringLiteral("not_sent"), Words::tr("the message could not be sent"));
}

void Shell::show(const Term &term)
{
    if (m_console.isJson()) {
        m_console.write(term::toJson(term) + '\n');
        return;
    }
    term::PrintOptions options;
    options.syntax = m_settings.syntax;
    options.pretty = m_atTerminal;
    m_console.print(term::print(term, options).text);
}

void Shell::flush()
{
    for (const Term &message : std::exchange(m_mail, {}))
        show(message);
}

void Shell::help()
{
    m_console.print(Words::tr(
        "lists:seq(1, 3)   calls a function on the node\n"
        "echo ! {self(), hello}   sends a message to a process there; self() is a process of this program\n"
        "flush()   prints what that process got\n"
        "{any, term}   is printed as it was understood\n"
        "use elixir, use erlang   reads and prints in the other syntax\n"
        "quit   leaves; the node goes on"));
}

void Shell::fail(const QString &id, const QString &text)
{
    m_failed = true;
    m_console.error(id, text);
}

// ---- Input ----

ExitStatus Shell::runPiped()
{
    const QString all = QString::fromUtf8(m_console.readAll());
    for (const QString &line : all.split(u'\n')) {
        if (m_over)
            break;
        take(line);
    }
    if (!m_begun.isEmpty() && !m_over)
        fail(QStringLiteral("not_a_term"), Words::tr("the input ends before the term does"));
    // What was sent last may still be answered: one more question keeps the order.
    if (!m_over && !m_failed)
        learn("erlang", "node", {}, [](const Term &) {});
    return m_failed ? ExitStatus::Failed : ExitStatus::Done;
}

ExitStatus Shell::runAtTerminal()
{
    const RawTerminal terminal;
    m_atTerminal = true;
    learnNames();
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, &Shell::onInput);
    draw();
    if (!m_over)
        m_loop.exec();
    m_console.write("\n");
    static_cast<void>(m_history.save()); // losing it is no failure of what was done
    return m_connection.self().isConnected(m_settings.node) ? ExitStatus::Done : ExitStatus::Failed;
}

void Shell::onInput()
{
    QByteArray bytes(4096, Qt::Uninitialized);
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (count <= 0) {
        m_over = true;
        return m_loop.quit();
    }
    bytes.truncate(count);
    if (m_call != 0) { // what is typed meanwhile is for later, but C-c
        if (bytes.contains('\3'))
            m_connection.self().cancelCall(m_call);
        else
            m_input += bytes;
        return;
    }
    m_input += bytes;
    edit();
}

void Shell::edit()
{
    while (!m_input.isEmpty() && !m_over && m_call == 0) {
        const qsizetype before = m_input.size();
        switch (m_editor.feed(m_input)) {
        case LineEditor::Event::Line: {
            const QString line = m_editor.text();
            m_editor.accept();
            m_console.write("\n");
            take(line);
            break;
        }
        case LineEditor::Event::Interrupt:
            m_editor.clear();
            m_begun.clear();
            m_console.write("\n");
            break;
        case LineEditor::Event::EndOfInput:
            m_over = true;
            m_loop.quit();
            break;
        case LineEditor::Event::Complete:
            complete();
            break;
        case LineEditor::Event::None:
            if (m_input.size() == before)
                return draw(); // a sequence that is not whole yet
            break;
        }
    }
    if (!m_over)
        draw();
}

void Shell::draw()
{
    const QString mark = m_begun.isEmpty() ? QStringLiteral("> ") : QStringLiteral(". ");
    m_editor.setPrompt(u'(' + safeText(m_settings.node.text()) + u')' + mark);
    m_editor.setColumns(RawTerminal::columns());
    m_console.write(m_editor.drawn());
}

// ---- Completion ----

void Shell::complete()
{
    const QString text = m_editor.beforeCursor();
    const QString module = ShellCompletion::moduleBefore(text, m_settings.syntax);
    // Only of what is loaded there: asking loads nothing.
    if (!module.isEmpty() && !m_completion.knows(module) && m_completion.isModule(module))
        learnFunctions(module);
    const ShellCompletion::Offer offer = m_completion.offer(text, m_settings.syntax);
    const QString common = ShellCompletion::commonBegin(offer.words);
    if (common.size() > offer.length) {
        m_editor.complete(offer.length, common);
    } else if (offer.words.size() > 1) {
        QString shown = offer.words.mid(0, MostOffered).join(QStringLiteral("  "));
        if (offer.words.size() > MostOffered)
            shown += QStringLiteral("  …");
        m_console.write(LineEditor::erased() + safeText(shown).toUtf8() + '\n');
    }
}

void Shell::learnNames()
{
    const auto names = [](const Term &list) {
        QStringList words;
        for (const Term &name : list.elements())
            words.append(name.atomText());
        return words;
    };
    learn("erlang", "registered", {}, [&](const Term &list) { m_atoms += names(list); });
    learn("erlang", "nodes", {}, [&](const Term &list) { m_atoms += names(list); });
    m_atoms.append(m_settings.node.text());
    m_completion.setAtoms(m_atoms);
    learn("erlang", "loaded", {}, [&](const Term &list) { m_completion.setModules(names(list)); });
}

void Shell::learnFunctions(const QString &module)
{
    learn("erlang", "get_module_info", {Term::atom(module), Term::atom(QLatin1String("exports"))},
          [&](const Term &list) {
              QStringList words;
              for (const Term &function : list.elements())
                  words.append(function.at(0).atomText());
              m_completion.setFunctions(module, words);
          });
}

void Shell::learn(const char *module, const char *function, std::vector<Term> arguments,
                  const std::function<void(const Term &)> &use)
{
    dist::CallRequest request;
    request.node = m_settings.node;
    request.module = QLatin1String(module);
    request.function = QLatin1String(function);
    request.arguments = std::move(arguments);
    request.timeout = std::chrono::seconds(2);
    const dist::CallResult result = m_connection.call(request);
    if (const Term *value = result.value())
        use(*value);
}

} // namespace nodescope::cli
