#include "app/Handover.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

namespace nodescope::app {

namespace {
/// Rises when what an older program understands would be wrong.
constexpr int Version = 1;
constexpr int AnswerMilliseconds = 2000;
constexpr int PatienceMilliseconds = 5000; // of the running window, with one that says nothing
constexpr int MaxWaiting = 8;
constexpr char Taken[] = "taken\n";

QString versionKey()
{
    return QStringLiteral("nodescope-open");
}
QString recordingKey()
{
    return QStringLiteral("recording");
}
QString profileKey()
{
    return QStringLiteral("profile");
}

/// A running window may stand in another folder.
QString absoluteIfThere(const QString &file)
{
    const QFileInfo info(file);
    return info.exists() ? info.absoluteFilePath() : file;
}
} // namespace

std::optional<Handover> handoverOf(const Arguments &arguments)
{
    const bool asksForMore = arguments.newWindow || arguments.practiceNodes || arguments.epmdPort ||
                             arguments.render || !arguments.nodes.isEmpty() ||
                             !arguments.cookieFile.isEmpty() || !arguments.language.isEmpty();
    if (asksForMore || (arguments.recording.isEmpty() && arguments.profile.isEmpty()))
        return std::nullopt;
    Handover handover;
    if (!arguments.recording.isEmpty())
        handover.recording = QFileInfo(arguments.recording).absoluteFilePath();
    if (!arguments.profile.isEmpty())
        handover.profile = absoluteIfThere(arguments.profile);
    return handover;
}

QByteArray encoded(const Handover &handover)
{
    QJsonObject object{{versionKey(), Version}};
    if (!handover.recording.isEmpty())
        object.insert(recordingKey(), handover.recording);
    if (!handover.profile.isEmpty())
        object.insert(profileKey(), handover.profile);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Handover> decodedHandover(const QByteArray &line)
{
    if (line.size() > MaxHandoverBytes || !line.endsWith('\n'))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.value(versionKey()).toInt() != Version)
        return std::nullopt;
    const Handover handover{object.value(recordingKey()).toString(), object.value(profileKey()).toString()};
    const bool isRelative = !handover.recording.isEmpty() && QDir::isRelativePath(handover.recording);
    if (isRelative || (handover.recording.isEmpty() && handover.profile.isEmpty()))
        return std::nullopt;
    return handover;
}

QString handoverName(const QString &display, const QString &settingsFile)
{
    const QString whose = QDir::homePath() + u'\n' + display + u'\n' + settingsFile;
    const QByteArray digest = QCryptographicHash::hash(whose.toUtf8(), QCryptographicHash::Sha256);
    const QString name = QStringLiteral("nodescope-") + QString::fromLatin1(digest.toHex().left(16));
#ifdef Q_OS_WIN
    return name;
#else
    // A folder of this user alone.
    return QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)).filePath(name);
#endif
}

bool handOver(const QString &name, const Handover &handover)
{
    const QByteArray line = encoded(handover);
    if (line.size() > MaxHandoverBytes)
        return false;
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(AnswerMilliseconds))
        return false;
    socket.write(line);
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(AnswerMilliseconds))
            return false;
    }
    return socket.readLine() == Taken;
}

HandoverServer::HandoverServer(QObject *parent)
    : QObject(parent)
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(MaxWaiting);
    connect(m_server, &QLocalServer::newConnection, this, &HandoverServer::greet);
}

bool HandoverServer::listen(const QString &name)
{
    // Qt would take the place of a window that is there. One that is answers; what is left of one that was
    // killed is put away.
    QLocalSocket socket;
    socket.connectToServer(name);
    if (socket.waitForConnected(AnswerMilliseconds))
        return false;
    QLocalServer::removeServer(name);
    return m_server->listen(name);
}

void HandoverServer::greet()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        socket->setReadBufferSize(MaxHandoverBytes + 1);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(PatienceMilliseconds, socket, &QLocalSocket::abort);
        read(socket);
    }
}

void HandoverServer::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > MaxHandoverBytes)
            socket->abort();
        return;
    }
    const std::optional<Handover> handover = decodedHandover(socket->readLine(MaxHandoverBytes + 1));
    if (!handover) {
        socket->abort();
        return;
    }
    socket->write(Taken);
    socket->disconnectFromServer();
    Q_EMIT received(*handover);
}

} // namespace nodescope::app
