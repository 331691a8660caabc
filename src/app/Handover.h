#pragma once

#include <optional>

#include <QByteArray>
#include <QObject>
#include <QString>

#include "app/Arguments.h"

class QLocalServer;
class QLocalSocket;

namespace nodescope::app {

/// What a second start of the program asks the running window to open. Never a node: links do not connect by
/// themselves.
struct Handover
{
    QString recording; ///< an absolute path; empty: none
    QString profile;   ///< the name of a saved one, or the absolute path of a file; empty: none

    friend bool operator==(const Handover &, const Handover &) = default;
};

/// What these arguments ask of a running window; empty: they need a window of their own.
[[nodiscard]] std::optional<Handover> handoverOf(const Arguments &arguments);

/// One line, as it is sent. Longer ones are not understood.
inline constexpr qsizetype MaxHandoverBytes = 16 * 1024;
[[nodiscard]] QByteArray encoded(const Handover &handover);
/// Empty: not understood, or of another version.
[[nodiscard]] std::optional<Handover> decodedHandover(const QByteArray &line);

/// The name of the running window's socket: per user, display and settings file.
[[nodiscard]] QString handoverName(const QString &display, const QString &settingsFile);

/// Gives it to the window that listens under that name, and waits until it says that it took it; false:
/// nobody did, and the caller opens it itself.
[[nodiscard]] bool handOver(const QString &name, const Handover &handover);

/// Takes what later starts of the program hand over. One that this user does not own cannot reach it; what it
/// does not understand it ignores.
///
/// Signals: `received` for each that was understood. Lives on the window's thread.
class HandoverServer final : public QObject
{
    Q_OBJECT

public:
    explicit HandoverServer(QObject *parent = nullptr);
    /// False: a running window listens under that name, or nobody can.
    bool listen(const QString &name);

Q_SIGNALS:
    void received(const nodescope::app::Handover &handover);

private:
    void greet();
    void read(QLocalSocket *socket);

    QLocalServer *m_server;
};

} // namespace nodescope::app
