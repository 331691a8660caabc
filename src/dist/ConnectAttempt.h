#pragma once

#include <memory>

#include <QObject>

#include "dist/Connection.h"
#include "dist/Transport.h"

namespace nodescope::dist {

/// One attempt to connect to one address, by whatever the system has for it. Destroying it closes what was
/// not taken. Lives on the network thread.
class ConnectAttempt : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ends with exactly one of the signals, never from within start().
    virtual void start() = 0;
    /// After connected(), once: the connection.
    [[nodiscard]] virtual std::unique_ptr<Transport> takeTransport() = 0;

Q_SIGNALS:
    void connected();
    /// `detail`: the system's own words.
    void failed(nodescope::dist::ConnectProblem problem, const QString &detail);
};

} // namespace nodescope::dist
