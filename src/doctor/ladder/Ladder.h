#pragma once

#include <QObject>
#include <QTimer>

#include "cluster/Examination.h"
#include "doctor/ladder/LadderTests.h"

namespace nodescope::doctor {

/// Climbs the connection ladder to one node, and tells of each rung as it happens.
///
/// First the probe, which needs no cookie: it stops at the challenge. Then, with a cookie, the whole
/// handshake; then a call. Where a rung breaks, tests that can tell its causes apart. A link to the target
/// that is up already is used for the upper rungs, and stays; one that the ladder made is closed at its end.
///
/// What the target notices: the probe (logged at verbose level only), a hidden link under a dynamic name for
/// a few milliseconds, and one process for one call. No link of its own is dropped or superseded.
///
/// A verdict comes within the peer's own set-up time (7 s) plus a second, if the node was made with
/// nodeSettings(); a link, once up, is given two seconds to answer.
///
/// Signals: `changed` at most once in a turn of the loop, then `finished`, once, never from within start().
/// Lives on the network thread; owned by its parent; the node must outlive it. May be destroyed at any time.
class Ladder final : public QObject
{
    Q_OBJECT

public:
    Ladder(dist::LocalNode &node, base::NodeName target, LadderOptions options, QObject *parent = nullptr);
    ~Ladder() override;

    /// For a LocalNode that is made for ladders alone: a little more patient than a peer, so that it is the
    /// peer who gives up first.
    [[nodiscard]] static dist::LocalNodeSettings nodeSettings();

    void start();
    /// Gives up: finished() comes later, with the rungs so far and the cause Cancelled.
    void cancel();
    [[nodiscard]] const cluster::Examination &examination() const { return m_examination; }

Q_SIGNALS:
    void changed(const nodescope::cluster::Examination &examination);
    void finished(const nodescope::cluster::Examination &examination);

private:
    enum class Phase : quint8 { Idle, Probing, Dialling, Calling, Testing, Over };

    void probe();
    void dial();
    void call();
    void test();
    void finish();
    void lookPlainlyLater(const dist::DialStep &step);
    void lookPlainly();
    void onPlainAnswer();
    void onDialFinished(const dist::DialReport &report);
    void onLinkDown(const dist::LinkInfo &link, const dist::link_down::Reason &reason);
    void onCallFinished(const dist::CallResult &result);
    void listen();
    void noteLocality();
    void takeProgress();
    void changeLater();
    void tell();
    void dropLink();
    [[nodiscard]] dist::DialOptions dialOptions() const;
    [[nodiscard]] base::Secret cookie() const;

    dist::LocalNode &m_node;
    const LadderOptions m_options;
    LadderEvidence m_evidence;
    cluster::Examination m_examination;
    Phase m_phase = Phase::Idle;
    base::Instant m_began;
    base::Instant m_linkSince;
    dist::AttemptId m_attempt = 0;
    dist::AttemptId m_plainLook = 0;
    dist::CallId m_call = 0;
    QTimer m_plainTimer;
    LadderTests *m_tests = nullptr; // child
    bool m_ourLink = false;
    bool m_changeQueued = false;
};

} // namespace nodescope::doctor
