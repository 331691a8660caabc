#pragma once

#include <map>

#include <QHash>
#include <QObject>
#include <QTimer>

#include "base/Clock.h"

namespace nodescope::dist {

/// Many deadlines on one timer, each under a number of the owner's. Lives on the network thread; `clock`
/// must outlive it.
class Deadlines final : public QObject
{
    Q_OBJECT

public:
    explicit Deadlines(const base::Clock &clock, QObject *parent = nullptr);

    void add(quint64 id, base::Instant at);
    void remove(quint64 id);

Q_SIGNALS:
    /// It is removed already.
    void passed(quint64 id);

private:
    using Table = std::multimap<base::Instant, quint64>;
    void onTimer();
    void arm();

    const base::Clock &m_clock;
    Table m_table;
    QHash<quint64, Table::iterator> m_byId;
    QTimer m_timer;
};

} // namespace nodescope::dist
