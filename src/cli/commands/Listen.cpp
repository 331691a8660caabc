#include <QEventLoop>
#include <QFileInfo>
#include <QHostInfo>
#include <QTimer>

#include "cli/CommonOptions.h"
#include "cli/CookieChoice.h"
#include "cli/Interruption.h"
#include "cli/SafeText.h"
#include "cli/TlsChoice.h"
#include "cli/VisitLines.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "dist/CookieSource.h"
#include "dist/Timing.h"
#include "doctor/post/ListeningPost.h"

namespace nodescope::cli {

namespace {

using doctor::ListeningPost;
using doctor::PostSettings;
using doctor::SavedCookie;

// Shows calls until it is interrupted.
class Listening
{
public:
    Listening(PostSettings settings, base::Duration duration, Console &console)
        : m_duration(duration)
        , m_console(console)
        , m_interruption(console.outputDescriptor())
        , m_post(std::move(settings), m_clock)
    {
    }

    ExitStatus run()
    {
        QObject::connect(&m_interruption, &Interruption::interrupted, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_post, &ListeningPost::registered, &m_loop, [this] { onRegistered(); });
        QObject::connect(&m_post, &ListeningPost::registrationLost, &m_loop, [this] {
            m_console.notice(QStringLiteral("registration_lost"), Words::tr("EPMD is gone; waiting for it"));
        });
        QObject::connect(&m_post, &ListeningPost::registrationRefused, &m_loop, [this] { onRefused(); });
        QObject::connect(&m_post, &ListeningPost::visitChanged, &m_loop,
                         [this](const cluster::Visit &visit) { print(visit); });
        const auto port = m_post.start();
        if (!port.ok()) {
            m_console.error(
                QStringLiteral("port_taken"),
                Words::tr("cannot listen at port %1: %2").arg(port.error().port).arg(port.error().detail));
            return ExitStatus::Failed;
        }
        if (m_duration > base::Duration::zero())
            QTimer::singleShot(dist::timerInterval(m_duration), &m_loop, &QEventLoop::quit);
        m_loop.exec();
        leave();
        return m_status;
    }

private:
    void onRegistered()
    {
        if (m_post.runsEpmd())
            m_console.notice(QStringLiteral("own_epmd"),
                             Words::tr("no EPMD answered, so this program runs one"));
        if (m_console.isJson()) {
            m_console.print(QJsonObject{{QStringLiteral("event"), QStringLiteral("listening")},
                                        {QStringLiteral("name"), m_post.name().text()},
                                        {QStringLiteral("port"), m_post.port()},
                                        {QStringLiteral("own_epmd"), m_post.runsEpmd()}});
        } else {
            m_console.print(Words::tr("Waiting to be dialled as %1, at port %2.")
                                .arg(safeText(m_post.name().text()))
                                .arg(m_post.port()));
        }
    }

    void onRefused()
    {
        m_console.error(QStringLiteral("name_in_use"),
                        Words::tr("EPMD has a node %1 already: choose another --name")
                            .arg(safeText(m_post.name().name())));
        m_status = ExitStatus::Failed;
        m_loop.quit();
    }

    void print(const cluster::Visit &visit)
    {
        bool written = true;
        if (m_console.isJson()) {
            const QList<QJsonObject> lines = m_lines.jsonOf(visit);
            for (const QJsonObject &line : lines)
                written = written && m_console.print(line);
        } else {
            const QStringList lines = m_lines.textOf(visit);
            for (const QString &line : lines)
                written = written && m_console.print(line);
        }
        if (!written)
            m_loop.quit();
    }

    void leave()
    {
        const QStringList guests = m_post.guestsOfEpmd();
        if (!guests.isEmpty())
            m_console.notice(QStringLiteral("epmd_ends"),
                             Words::tr("the EPMD of this program ends, with the names of %1 in it")
                                 .arg(safeText(guests.join(QStringLiteral(", ")))));
    }

    const base::Duration m_duration;
    Console &m_console;
    Interruption m_interruption;
    base::SystemClock m_clock;
    ListeningPost m_post;
    VisitLines m_lines;
    QEventLoop m_loop;
    ExitStatus m_status = ExitStatus::Done;
};

// `LABEL=FILE`, or a file that is called by its name.
std::optional<SavedCookie> labelled(const QString &word, Console &console)
{
    QString path = word;
    QString label;
    const qsizetype equals = word.indexOf(u'=');
    if (equals > 0 && !QFileInfo::exists(word)) {
        label = word.left(equals);
        path = word.mid(equals + 1);
    }
    if (label.isEmpty()) {
        // `.erlang.cookie` is no name to tell files apart.
        const QString name = QFileInfo(path).fileName();
        label = name.startsWith(u'.') ? path : name;
    }
    const auto secret = cookieOfFile(path, console);
    return secret ? std::optional(SavedCookie{label, *secret}) : std::nullopt;
}

// What is at hand anyway. Nothing of it leaves this machine, so it does no harm to whoever calls.
std::vector<SavedCookie> cookiesAtHand()
{
    std::vector<SavedCookie> cookies;
    if (qEnvironmentVariableIsSet(CookieVariable)) {
        const dist::CookieResult cookie = dist::readCookieEnvironment(CookieVariable);
        if (cookie.ok())
            cookies.push_back({QLatin1String(CookieVariable), *cookie});
    }
    const dist::CookieResult users = dist::readCookieFile(dist::userCookieFile());
    if (users.ok())
        cookies.push_back({QStringLiteral("~/.erlang.cookie"), *users});
    return cookies;
}

base::Result<base::NodeName, QString> nameOf(const Arguments &arguments)
{
    QString text = arguments.value(QStringLiteral("name"));
    if (text.isEmpty())
        text = QStringLiteral("nodescope_listen");
    if (!text.contains(u'@'))
        text += u'@' + QHostInfo::localHostName().section(u'.', 0, 0);
    const auto name = base::NodeName::parse(text);
    if (!name || !name->isStartable())
        return base::Failure{Words::tr("%1 is no name that a node can have").arg(safeText(text))};
    return *name;
}

base::Result<quint16, QString> portOf(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("port")))
        return quint16(0);
    bool ok = false;
    const uint port = arguments.value(QStringLiteral("port")).toUInt(&ok);
    if (!ok || port < 1 || port > 65535)
        return base::Failure{Words::tr("--port needs a number from 1 to 65535")};
    return quint16(port);
}

ExitStatus runListen(const Arguments &arguments, Console &console)
{
    const auto name = nameOf(arguments);
    if (!name.ok())
        return wrongUse(listenCommand(), name.error(), console);
    const auto epmdPort = epmdPortOf(arguments);
    if (!epmdPort.ok())
        return wrongUse(listenCommand(), epmdPort.error(), console);
    const auto port = portOf(arguments);
    if (!port.ok())
        return wrongUse(listenCommand(), port.error(), console);
    const auto duration = secondsOf(arguments, QStringLiteral("for"), base::Duration::zero());
    if (!duration.ok())
        return wrongUse(listenCommand(), duration.error(), console);
    PostSettings settings{*name, {}, *epmdPort, *port, {}};
    QStringList files = arguments.values(QStringLiteral("cookie-file"));
    std::reverse(files.begin(), files.end());
    for (const QString &file : std::as_const(files)) {
        const auto cookie = labelled(file, console);
        if (!cookie)
            return ExitStatus::WrongUse;
        settings.cookies.push_back(*cookie);
    }
    if (files.isEmpty())
        settings.cookies = cookiesAtHand();
    const auto tls = chooseServerTls(arguments, console);
    if (!tls.ok())
        return tls.error();
    settings.tls = *tls;
    return Listening(std::move(settings), *duration, console).run();
}

} // namespace

Command listenCommand()
{
    Command command;
    command.name = QStringLiteral("listen");
    command.synopsis =
        QStringLiteral("[--name NAME] [--cookie-file [LABEL=]FILE]... [--epmd-port PORT] [--port PORT] "
                       "[--tls-optfile FILE] [--for SECONDS] [--json]");
    command.summary = Words::tr("be dialled, and say who calls and with which cookie");
    command.help =
        Words::tr("Waits to be dialled as a node of that name, and shows each call step by step: who it is, "
                  "what it lacks, and which of the cookies that you give it used. No link comes about, "
                  "nothing is signed, and no cookie or digest leaves this machine. Let the node that "
                  "does not connect try net_adm:ping('NAME'). Ends when interrupted, or after --for.");
    command.options = {
        {QStringLiteral("name"), QStringLiteral("NAME"),
         Words::tr(
             "the name to be dialled (default: nodescope_listen); without @ this machine's host is added")},
        {QStringLiteral("cookie-file"), QStringLiteral("[LABEL=]FILE"),
         Words::tr("a cookie to compare with; may be given several times (default: NODESCOPE_COOKIE and "
                   "~/.erlang.cookie)")},
        epmdPortOption(),
        {QStringLiteral("tls-optfile"), QStringLiteral("FILE"),
         Words::tr("speak TLS, by the server's options in an Erlang file for -ssl_dist_optfile")},
        {QStringLiteral("port"), QStringLiteral("PORT"), Words::tr("where to listen (default: a free port)")},
        {QStringLiteral("for"), QStringLiteral("SECONDS"), Words::tr("end after so long")},
        jsonOption()};
    command.run = runListen;
    return command;
}

} // namespace nodescope::cli
