#include <QEventLoop>
#include <QSaveFile>
#include <QTimer>

#include "cli/CommonOptions.h"
#include "cli/CookieChoice.h"
#include "cli/DiagnosisReport.h"
#include "cli/Interruption.h"
#include "cli/SafeText.h"
#include "cli/TlsChoice.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "cli/handshake/FieldChoice.h"
#include "dist/LocalNode.h"
#include "dist/Timing.h"
#include "doctor/handshakes/HandshakeExport.h"
#include "session/HandshakeDesk.h"

namespace nodescope::cli {

namespace {

using cluster::HandshakeRecord;
using session::HandshakeDesk;

constexpr quint64 Id = cluster::FirstSteppedHandshake;
/// What comes right after a success: does the peer close again?
constexpr int AfterUp = 300; // ms

// One handshake, each message of ours released at once, with the fields that were chosen.
class OneHandshake
{
public:
    OneHandshake(HandshakeDesk::Order order, FieldChoices choices, dist::CookieStore cookies,
                 Console &console)
        : m_order(std::move(order))
        , m_choices(std::move(choices))
        , m_console(console)
        , m_interruption(console.outputDescriptor())
        , m_desk(m_clock)
        , m_caller(dist::NodeIdentity::dynamic(), std::move(cookies), m_clock)
    {
        m_loop.connect(&m_interruption, &Interruption::interrupted, &m_loop, &QEventLoop::quit);
        m_loop.connect(&m_desk, &HandshakeDesk::changed, &m_loop,
                       [this](const HandshakeRecord &record) { onChanged(record); });
        m_loop.connect(&m_desk, &HandshakeDesk::waitingToBeDialled, &m_loop,
                       [this](quint64, const base::NodeName &ownName) { onWaiting(ownName); });
    }

    std::optional<HandshakeRecord> run(base::Duration timeout)
    {
        QString detail;
        if (!m_desk.step(m_order, &detail)) {
            m_console.error(QStringLiteral("cannot_listen"), Words::tr("cannot listen: %1").arg(detail));
            return std::nullopt;
        }
        QTimer::singleShot(dist::timerInterval(timeout), &m_loop, &QEventLoop::quit);
        if (m_record.running)
            m_loop.exec();
        m_desk.end(Id);
        return m_record;
    }

private:
    void onChanged(const HandshakeRecord &record)
    {
        m_record = record;
        if (record.due) {
            // Not from within: what is released tells of a change itself.
            QTimer::singleShot(0, &m_loop, [this, label = record.due->line.wire.label] {
                m_desk.release(Id, m_choices.value(label));
            });
        } else if (!record.running) {
            m_loop.quit();
        } else if (record.outcome == QLatin1String("up") && !std::exchange(m_wasUp, true)) {
            QTimer::singleShot(AfterUp, &m_loop, &QEventLoop::quit);
        }
    }

    // The node is asked to dial us. If that is not to be had, somebody has to do it by hand.
    void onWaiting(const base::NodeName &ownName)
    {
        m_console.notice(QStringLiteral("waiting"),
                         Words::tr("waiting to be dialled by %1 as %2: net_kernel:connect_node('%2')")
                             .arg(safeText(m_order.node.text()), safeText(ownName.text())));
        m_loop.connect(&m_caller, &dist::LocalNode::linkUp, &m_loop, [this, ownName] {
            dist::CallRequest request;
            request.node = m_order.node;
            request.module = QStringLiteral("net_kernel");
            request.function = QStringLiteral("connect_node");
            request.arguments = {term::Term::atom(ownName.text())};
            m_caller.call(request, &m_loop, [](const dist::CallResult &) {});
        });
        dist::DialOptions options;
        options.epmdPort = m_order.epmdPort;
        m_caller.dial(m_order.node, options);
    }

    const HandshakeDesk::Order m_order;
    const FieldChoices m_choices;
    Console &m_console;
    Interruption m_interruption;
    base::SystemClock m_clock;
    HandshakeDesk m_desk;
    dist::LocalNode m_caller;
    HandshakeRecord m_record;
    QEventLoop m_loop;
    bool m_wasUp = false;
};

bool writeCapture(const QString &path, const QByteArray &bytes, Console &console)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    console.error(QStringLiteral("cannot_write"),
                  Words::tr("cannot write %1: %2").arg(safeText(path), file.errorString()));
    return false;
}

ExitStatus report(const HandshakeRecord &record, const Arguments &arguments, Console &console)
{
    const auto digests =
        arguments.has(QStringLiteral("digests")) ? doctor::Digests::Shown : doctor::Digests::Zeroed;
    if (console.isJson()) {
        QJsonObject object = doctor::handshakeAsJson(record, digests);
        if (record.diagnosis)
            object.insert(QStringLiteral("diagnosis"), jsonOf(*record.diagnosis));
        console.print(object);
    } else {
        console.write(doctor::handshakeAsText(record, digests).toUtf8());
        if (record.diagnosis) {
            const QStringList lines =
                QStringList{QString()} + verdictText(*record.diagnosis) + nextTestLines(*record.diagnosis);
            console.print(lines.join(u'\n'));
        }
    }
    const QString capture = arguments.value(QStringLiteral("pcapng"));
    if (!capture.isEmpty() && !writeCapture(capture, doctor::handshakeAsPcapng(record, digests), console))
        return ExitStatus::Failed;
    return record.outcome == QLatin1String("up") ? ExitStatus::Done : ExitStatus::Failed;
}

base::Result<base::NodeName, QString> ownNameOf(const Arguments &arguments, const base::NodeName &node)
{
    QString text = arguments.value(QStringLiteral("name"));
    if (text.isEmpty())
        return base::NodeName();
    if (!text.contains(u'@'))
        text += u'@' + node.host();
    const auto name = base::NodeName::parse(text);
    if (!name || !name->isStartable())
        return base::Failure{Words::tr("%1 is no name that a node can have").arg(safeText(text))};
    return *name;
}

ExitStatus runHandshake(const Arguments &arguments, Console &console)
{
    const Command self = handshakeCommand();
    const auto node = nodeOf(arguments.positional().value(0));
    if (!node.ok())
        return wrongUse(self, node.error(), console);
    const auto ownName = ownNameOf(arguments, *node);
    if (!ownName.ok())
        return wrongUse(self, ownName.error(), console);
    const auto port = epmdPortOf(arguments);
    if (!port.ok())
        return wrongUse(self, port.error(), console);
    const auto timeout =
        secondsOf(arguments, QStringLiteral("timeout"), base::Duration(std::chrono::seconds(60)));
    if (!timeout.ok())
        return wrongUse(self, timeout.error(), console);
    const auto choices = fieldChoices(arguments.values(QStringLiteral("set")), console);
    if (!choices.ok())
        return wrongUse(self, choices.error(), console);
    const auto cookies = chooseCookie(arguments, {*node}, console);
    if (!cookies)
        return ExitStatus::WrongUse;
    const bool asAcceptor = arguments.has(QStringLiteral("as-acceptor"));
    const auto tls = asAcceptor ? chooseServerTls(arguments, console) : chooseTls(arguments, console);
    if (!tls.ok())
        return tls.error();
    HandshakeDesk::Order order{Id,    *node,      asAcceptor, *ownName, cookies->forNode(*node).secret,
                               *port, tls.value()};
    const auto record = OneHandshake(std::move(order), *choices, *cookies, console).run(*timeout);
    return record ? report(*record, arguments, console) : ExitStatus::Failed;
}

} // namespace

Command handshakeCommand()
{
    Command command;
    command.name = QStringLiteral("handshake");
    command.synopsis = QStringLiteral("NODE [--as-acceptor] [--set MESSAGE.FIELD=VALUE]... [--name NAME] "
                                      "[--pcapng FILE] [--digests] [--cookie-file FILE] [--tls-optfile FILE] "
                                      "[--epmd-port PORT] [--timeout SECONDS] [--json]");
    command.summary = Words::tr("do one handshake with a node, and show each message byte by byte");
    command.help = Words::tr(
        "Dials NODE, or with --as-acceptor has it dial this program, and shows the handshake: each message "
        "with "
        "its fields, bytes and time, the flags of both ends, and how it ended. No link stays. With --set a "
        "field says something else than a node would say; then what NODE does is shown, and explained. The "
        "node "
        "sees a hidden node that connects and leaves again.");
    command.options = {
        {QStringLiteral("as-acceptor"), {}, Words::tr("be dialled by NODE, which is asked to")},
        {QStringLiteral("set"), QStringLiteral("MESSAGE.FIELD=VALUE"),
         Words::tr(
             "change a field: length, flags, creation, name, status, challenge, digest, or cookie (a "
             "file) of name, status, status_reply, challenge, reply or ack; may be given several times")},
        {QStringLiteral("name"), QStringLiteral("NAME"),
         Words::tr("our name (default: one that is made up)")},
        {QStringLiteral("pcapng"), QStringLiteral("FILE"),
         Words::tr("write it as a capture, which Wireshark reads")},
        {QStringLiteral("digests"),
         {},
         Words::tr("show digests too: whoever has one can try to guess the cookie")},
        cookieFileOption(),
        tlsOption(),
        epmdPortOption(),
        timeoutOption(Words::tr("how long it may take in all (default: 60)")),
        jsonOption()};
    command.example = QStringLiteral("nodescope-cli handshake app@db1");
    command.minArguments = 1;
    command.maxArguments = 1;
    command.run = runHandshake;
    return command;
}

} // namespace nodescope::cli
