#pragma once

#include <map>

#include <QObject>

#include "session/errands/ErrandRun.h"

namespace nodescope::session {

/// The errands under way, by the number that each was given. Lives on the network thread.
class ErrandDesk final : public QObject
{
    Q_OBJECT

public:
    /// How many run at once; more are refused with `too_many`.
    static constexpr std::size_t MaxRunning = 200;

    /// `self` must outlive it.
    explicit ErrandDesk(dist::LocalNode &self, QObject *parent = nullptr);
    ~ErrandDesk() override;

    /// `changed` follows, at least once. One of the same number that runs is cancelled first.
    void run(const cluster::Errand &errand);
    /// Says no, as a report.
    void refuse(const cluster::Errand &errand, const QString &reason);
    void cancel(quint64 id);
    [[nodiscard]] bool isEmpty() const { return m_running.empty(); }

Q_SIGNALS:
    void changed(const nodescope::cluster::ErrandReport &report);
    void stepped(const nodescope::cluster::Errand &errand, const nodescope::cluster::ErrandStep &step);
    /// A message or value came back, whole; see ErrandRun::answered.
    void answered(const nodescope::cluster::Errand &errand, const nodescope::term::Term &answer,
                  const nodescope::term::Pid &from, qint64 size);

private:
    dist::LocalNode &m_self;
    std::map<quint64, ErrandRun *> m_running; // children
};

} // namespace nodescope::session
