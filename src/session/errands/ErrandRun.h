#pragma once

#include <QTimer>

#include "cluster/Errand.h"
#include "dist/LocalNode.h"
#include "session/errands/Mailbox.h"

namespace nodescope::session {

/// One errand under way (see doctor/errands/ErrandPlan.h for what it does in which order). Ends with the last
/// `changed`, whose report does not run any more; `answered` comes before the `changed` that tells of it.
/// Never touches a node before start(). Lives on the network thread.
class ErrandRun final : public QObject
{
    Q_OBJECT

public:
    /// `self` must outlive it.
    ErrandRun(dist::LocalNode &self, const cluster::Errand &errand, QObject *parent = nullptr);
    ~ErrandRun() override;

    void start();
    /// Stops waiting; what was sent is sent.
    void cancel();
    [[nodiscard]] const cluster::ErrandReport &report() const { return m_report; }

Q_SIGNALS:
    void changed(const nodescope::cluster::ErrandReport &report);
    /// One step, before the `changed` that tells of it.
    void stepped(const nodescope::cluster::ErrandStep &step);
    /// A message or value came back. `from`: the sender as far as the signal says, else an empty node.
    void answered(const nodescope::term::Term &answer, const nodescope::term::Pid &from, qint64 size);

private:
    using Kind = cluster::ErrandStepKind;

    void onReady();
    void act();
    void onDid(const QString &reason);
    void call();
    void genCall();
    void resolveThenExit();
    void sendExit(const term::Pid &pid);
    void onCalled(const dist::CallResult &result);
    void onGenCalled(const dist::GenCallResult &result);
    void onAnswer(const term::Term &answer, const term::Pid &from, qint64 size);
    void onDown(const term::Term &reason);
    void check();
    void onChecked(const dist::CallResult &result);
    void onGone();
    void onTime();
    /// Asks the target's node, by way of `via` if there is one: `erlang:Function(Argument)`.
    void ask(const QString &function, const term::Term &argument, dist::CallHandler handler);
    void note(Kind kind, const base::NodeName &where, const QString &detail = {}, qint64 size = 0);
    void noteEnd(Kind kind, const base::NodeName &where, const QString &detail = {});
    void end();
    [[nodiscard]] const cluster::Errand &errand() const { return m_report.errand; }
    /// Whom we dealt with directly.
    [[nodiscard]] const base::NodeName &nearest() const;

    dist::LocalNode &m_self;
    cluster::ErrandReport m_report;
    term::Term m_term;
    term::Term m_target;
    Mailbox *m_mailbox = nullptr; // child
    base::Instant m_begun{};
    QTimer m_timer; // the time for answers
    bool m_answered = false;
    bool m_checked = false;
    bool m_gone = false; // nobody is there any more; an answer may be on its way
};

} // namespace nodescope::session
