#include "session/errands/ErrandRun.h"

#include "dist/Timing.h"
#include "doctor/errands/ErrandPlan.h"
#include "session/errands/Relay.h"
#include "term/Encoder.h"
#include "term/PidSubstitution.h"
#include "term/Printer.h"

namespace nodescope::session {

using namespace cluster;
using namespace std::chrono_literals;
using term::Term;

namespace {

constexpr qsizetype MaxDetail = 2000;
constexpr auto CheckTimeout = 3s;
constexpr auto AnswerGrace = 500ms;
// The other node's own time is over a little before ours, so that its word reaches us.
constexpr auto Grace = 2s;

QString cut(const Term &term)
{
    return term::toErlang(term, MaxDetail);
}

Term milliseconds(base::Duration duration)
{
    return Term::integer(std::chrono::duration_cast<std::chrono::milliseconds>(duration).count());
}

Term atom(const char *text)
{
    return Term::atom(QLatin1String(text));
}

} // namespace

ErrandRun::ErrandRun(dist::LocalNode &self, const Errand &errand, QObject *parent)
    : QObject(parent)
    , m_self(self)
{
    m_report.errand = errand;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ErrandRun::onTime);
}

ErrandRun::~ErrandRun() = default;

const base::NodeName &ErrandRun::nearest() const
{
    return errand().via.isNull() ? errand().node : errand().via;
}

void ErrandRun::start()
{
    m_begun = m_self.clock().now();
    m_term = doctor::termOf(errand());
    if (!m_term.isValid())
        return noteEnd(Kind::Failed, {}, QStringLiteral("not_a_term"));
    if (errand().kind == ErrandKind::Call && !m_term.isProperList())
        return noteEnd(Kind::Failed, {}, QStringLiteral("not_a_list"));
    if (errand().kind != ErrandKind::Call) {
        const auto target = doctor::targetOf(errand());
        if (!target)
            return noteEnd(Kind::Failed, {}, QStringLiteral("no_such_target"));
        m_target = *target;
    }
    if (doctor::needsRelay(errand()))
        m_mailbox = new Relay(m_self, errand().via, this);
    else if (errand().via.isNull())
        m_mailbox = new OwnMailbox(m_self, errand().node, this);
    if (!m_mailbox)
        return act();
    connect(m_mailbox, &Mailbox::ready, this, &ErrandRun::onReady);
    connect(m_mailbox, &Mailbox::did, this, &ErrandRun::onDid);
    connect(m_mailbox, &Mailbox::got, this, &ErrandRun::onAnswer);
    connect(m_mailbox, &Mailbox::down, this, &ErrandRun::onDown);
    connect(m_mailbox, &Mailbox::failed, this,
            [this](const QString &reason) { noteEnd(Kind::Failed, m_mailbox->where(), reason); });
    m_mailbox->start();
}

void ErrandRun::cancel()
{
    if (m_report.running)
        end();
}

void ErrandRun::onReady()
{
    m_term = term::withPidReplaced(m_term, doctor::selfPlace(), m_mailbox->pid());
    if (!m_mailbox->where().isNull())
        note(Kind::Prepared, m_mailbox->where(), cut(Term::pid(m_mailbox->pid())));
    act();
}

void ErrandRun::act()
{
    switch (errand().kind) {
    case ErrandKind::Send:
        return m_mailbox->send(m_target, m_term);
    case ErrandKind::GenCast:
        return m_mailbox->send(m_target, Term::tuple({atom("$gen_cast"), m_term}));
    case ErrandKind::Monitor:
    case ErrandKind::Exit:
        return m_mailbox->monitor(m_target);
    case ErrandKind::GenCall:
        return genCall();
    case ErrandKind::Call:
        break;
    }
    call();
}

/// The mailbox has sent, or monitors.
void ErrandRun::onDid(const QString &reason)
{
    if (!reason.isEmpty())
        return noteEnd(Kind::Failed, m_mailbox->where(), reason);
    if (errand().kind == ErrandKind::Exit)
        return resolveThenExit();
    const qint64 size = errand().externalTerm.size();
    const bool relayed = !errand().via.isNull();
    note(relayed ? Kind::Relayed : Kind::Sent, relayed ? errand().via : errand().node, {}, size);
    m_timer.start(dist::timerInterval(errand().wait));
    if (errand().kind != ErrandKind::Monitor)
        check();
}

// ---- Calls ----

void ErrandRun::call()
{
    dist::CallRequest request;
    request.node = nearest();
    request.timeout = errand().wait;
    if (errand().via.isNull()) {
        request.module = errand().module;
        request.function = errand().function;
        for (const Term &argument : m_term.elements())
            request.arguments.push_back(argument);
    } else {
        request.timeout += Grace;
        request.module = QStringLiteral("erpc");
        request.function = QStringLiteral("call");
        request.arguments = {Term::atom(errand().node.text()), Term::atom(errand().module),
                             Term::atom(errand().function), m_term, milliseconds(errand().wait)};
    }
    note(Kind::Sent, nearest(), {}, errand().externalTerm.size());
    m_self.call(request, this, [this](const dist::CallResult &result) { onCalled(result); });
}

void ErrandRun::genCall()
{
    if (errand().via.isNull()) {
        note(Kind::Sent, errand().node, {}, errand().externalTerm.size());
        const dist::GenCallRequest request{*destinationOf(m_target), m_term, errand().wait};
        m_self.genCall(request, this, [this](const dist::GenCallResult &result) { onGenCalled(result); });
        return;
    }
    dist::CallRequest request;
    request.node = errand().via;
    request.module = QStringLiteral("gen_server");
    request.function = QStringLiteral("call");
    request.arguments = {m_target, m_term, milliseconds(errand().wait)};
    request.timeout = errand().wait + Grace;
    note(Kind::Sent, errand().via, {}, errand().externalTerm.size());
    m_self.call(request, this, [this](const dist::CallResult &result) { onCalled(result); });
}

void ErrandRun::onCalled(const dist::CallResult &result)
{
    using namespace dist::call_end;
    if (!m_report.running)
        return;
    if (const Term *value = result.value()) {
        onAnswer(*value, {}, 0);
        return end();
    }
    if (const auto *raised = std::get_if<Raised>(&result.end)) {
        constexpr const char *Classes[] = {"throw", "exit", "error"};
        const QString kind = QLatin1String(Classes[static_cast<int>(raised->kind)]);
        return noteEnd(Kind::Raised, nearest(), kind + u' ' + cut(raised->reason));
    }
    if (std::holds_alternative<TimedOut>(result.end))
        return noteEnd(Kind::TimedOut, nearest());
    QString why = QLatin1String(dist::reasonName(result.end));
    if (const auto *bad = std::get_if<BadRpc>(&result.end))
        why += u' ' + cut(bad->reason);
    else if (const auto *lacking = std::get_if<NotSupported>(&result.end))
        why += u' ' + lacking->detail;
    noteEnd(Kind::Failed, nearest(), why);
}

void ErrandRun::onGenCalled(const dist::GenCallResult &result)
{
    if (!m_report.running)
        return;
    if (const Term *value = result.value()) {
        onAnswer(*value, {}, 0);
        return end();
    }
    if (const auto *down = std::get_if<dist::gen_end::ServerDown>(&result.end))
        return noteEnd(Kind::Raised, errand().node, QStringLiteral("exit ") + cut(down->reason));
    if (std::holds_alternative<dist::gen_end::TimedOut>(result.end))
        return noteEnd(Kind::TimedOut, errand().node);
    noteEnd(Kind::Failed, errand().node, QLatin1String(dist::reasonName(result.end)));
}

// ---- Exit signals and monitors ----

void ErrandRun::resolveThenExit()
{
    if (const auto pid = m_target.toPid())
        return sendExit(*pid);
    ask(QStringLiteral("whereis"), m_target.at(0), [this](const dist::CallResult &result) {
        const auto pid = result.value() ? result.value()->toPid() : std::nullopt;
        if (pid)
            sendExit(*pid);
        else if (m_report.running && !m_answered) // else the monitor has told already
            noteEnd(result.value() ? Kind::Absent : Kind::Failed, errand().node,
                    result.value() ? QString() : QString(QLatin1String(dist::reasonName(result.end))));
    });
}

void ErrandRun::sendExit(const term::Pid &pid)
{
    const auto sent = [this](bool ok, const QString &why) {
        if (!ok)
            return noteEnd(Kind::Failed, nearest(), why);
        note(errand().via.isNull() ? Kind::Sent : Kind::Relayed, nearest(), {}, errand().externalTerm.size());
        m_timer.start(dist::timerInterval(errand().wait));
    };
    if (errand().via.isNull()) {
        dist::LocalProcess *sender = m_self.createProcess();
        const bool ok = sender->sendExit(pid, m_term) == dist::SendResult::Sent;
        sender->exit();
        return sent(ok, QStringLiteral("noconnection"));
    }
    dist::CallRequest request;
    request.node = errand().via;
    request.module = QStringLiteral("erlang");
    request.function = QStringLiteral("exit");
    request.arguments = {Term::pid(pid), m_term};
    m_self.call(request, this, [this, sent](const dist::CallResult &result) {
        if (m_report.running && !m_answered)
            sent(result.value(), QLatin1String(dist::reasonName(result.end)));
    });
}

void ErrandRun::onDown(const Term &reason)
{
    m_answered = true;
    const bool absent = reason.isAtom(QLatin1String("noproc"));
    noteEnd(absent ? Kind::Absent : Kind::Ended, errand().node, absent ? QString() : cut(reason));
}

// ---- Whether it arrived ----

void ErrandRun::ask(const QString &function, const Term &argument, dist::CallHandler handler)
{
    dist::CallRequest request;
    request.node = nearest();
    request.timeout = CheckTimeout;
    request.module = QLatin1String(errand().via.isNull() ? "erlang" : "rpc");
    if (errand().via.isNull()) {
        request.function = function;
        request.arguments = {argument};
    } else {
        request.function = QStringLiteral("call");
        request.arguments = {Term::atom(errand().node.text()), atom("erlang"), Term::atom(function),
                             Term::list({argument}), Term::integer(2000)};
    }
    m_self.call(request, this, std::move(handler));
}

void ErrandRun::check()
{
    if (m_target.isReference()) {
        note(Kind::NotKnown, errand().node, QStringLiteral("alias"));
        m_checked = true;
        if (errand().wait == base::Duration::zero())
            end();
        return;
    }
    // Signals keep their order on a link: with the answer the message has arrived, too.
    const bool name = m_target.isTuple();
    ask(QLatin1String(name ? "whereis" : "is_process_alive"), name ? m_target.at(0) : m_target,
        [this](const dist::CallResult &result) { onChecked(result); });
}

void ErrandRun::onChecked(const dist::CallResult &result)
{
    if (!m_report.running)
        return;
    m_checked = true;
    const Term *value = result.value();
    const bool gone =
        value && (value->isAtom(QLatin1String("undefined")) || value->isAtom(QLatin1String("false")));
    if (value && (value->isPid() || value->isAtom(QLatin1String("true"))))
        note(Kind::Delivered, errand().node, value->isPid() ? cut(*value) : QString());
    else if (gone)
        return onGone();
    else
        note(Kind::NotKnown, errand().node,
             value ? cut(*value) : QLatin1String(dist::reasonName(result.end)));
    if (!m_timer.isActive())
        onTime();
}

/// Nobody is there. A process that has answered and ended since was: over our own link its answer has come
/// before; by way of another node it may take a moment longer than the word that nobody is there.
void ErrandRun::onGone()
{
    const auto tell = [this] {
        if (!m_report.running)
            return;
        if (!m_answered)
            return noteEnd(Kind::Absent, errand().node);
        note(Kind::Delivered, errand().node);
        if (!m_timer.isActive())
            onTime();
    };
    m_gone = true;
    const bool mayStillCome = !errand().via.isNull() && !m_answered && errand().wait > base::Duration::zero();
    if (mayStillCome)
        QTimer::singleShot(AnswerGrace, this, tell);
    else
        tell();
}

// ---- Answers, and the end ----

void ErrandRun::onAnswer(const Term &answer, const term::Pid &from, qint64 size)
{
    m_answered = true;
    m_report.answer.clear();
    if (answer.heldBytes() <= ErrandReport::MaxAnswerBytes * 4)
        m_report.answer = term::encode(answer);
    const qint64 bytes = m_report.answer.isEmpty() ? size : m_report.answer.size();
    if (m_report.answer.size() > ErrandReport::MaxAnswerBytes)
        m_report.answer.clear();
    Q_EMIT answered(answer, from, bytes);
    note(Kind::Answered,
         from.node.isEmpty() ? errand().node : base::NodeName::parse(from.node).value_or(errand().node),
         cut(answer), bytes);
}

void ErrandRun::onTime()
{
    if (errand().kind == ErrandKind::Monitor || errand().kind == ErrandKind::Exit)
        return noteEnd(Kind::StillAlive, errand().node);
    if (!m_checked)
        return; // its answer ends this
    if (!m_answered && errand().wait > base::Duration::zero())
        return noteEnd(m_gone ? Kind::Absent : Kind::TimedOut, errand().node);
    end();
}

void ErrandRun::note(Kind kind, const base::NodeName &where, const QString &detail, qint64 size)
{
    if (!m_report.running)
        return;
    const ErrandStep step{kind, where, m_self.clock().now() - m_begun, size, detail};
    if (m_report.steps.size() == ErrandReport::MaxSteps)
        ++m_report.droppedSteps;
    else
        m_report.steps.append(step);
    Q_EMIT stepped(step);
    Q_EMIT changed(m_report);
}

void ErrandRun::noteEnd(Kind kind, const base::NodeName &where, const QString &detail)
{
    if (!m_report.running)
        return;
    // How it ended is worth more than one of many answers.
    if (m_report.steps.size() == ErrandReport::MaxSteps) {
        m_report.steps.removeLast();
        ++m_report.droppedSteps;
    }
    const ErrandStep step{kind, where, m_self.clock().now() - m_begun, 0, detail};
    m_report.steps.append(step);
    Q_EMIT stepped(step);
    end();
}

void ErrandRun::end()
{
    m_timer.stop();
    m_report.running = false;
    if (m_mailbox) {
        m_mailbox->disconnect(this);
        m_mailbox->deleteLater();
        m_mailbox = nullptr;
    }
    Q_EMIT changed(m_report);
}

} // namespace nodescope::session
