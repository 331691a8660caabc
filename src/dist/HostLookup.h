#pragma once

#include <QHostInfo>
#include <QList>
#include <QObject>
#include <QTimer>

#include "base/Result.h"
#include "dist/Connection.h"

namespace nodescope::dist {

using ResolveResult = base::Result<QList<QHostAddress>, ResolveFailure>;

/// Resolves one host name without blocking. An address literal needs no name service, and none is
/// asked. IPv4 addresses come first, since `inet_tcp` (the default of `-proto_dist`) knows no others.
///
/// One use for each object. Lives on the network thread; owned by its parent.
class HostLookup final : public QObject
{
    Q_OBJECT

public:
    explicit HostLookup(QString host, base::Duration timeout, QObject *parent = nullptr);
    ~HostLookup() override;

    /// finished() comes later, never from within start().
    void start();
    /// No signal comes any more.
    void cancel();

Q_SIGNALS:
    /// Once.
    void finished(const nodescope::dist::ResolveResult &result);

private:
    void take(const QHostInfo &info);
    void finish(const ResolveResult &result);

    QString m_host;
    int m_lookupId = -1;
    bool m_over = false;
    QTimer m_timer;
};

} // namespace nodescope::dist
