#include "session/processes/ProcessDesk.h"

#include <algorithm>

#include "doctor/settings/Forms.h"
#include "session/Probes.h"
#include "session/processes/ProcessAnswer.h"
#include "term/Parser.h"

namespace nodescope::session {

using namespace std::chrono_literals;
using namespace cluster;
using base::NodeName;
using dist::CallResult;
using doctor::probes::binding;
using term::Term;

namespace {

constexpr base::Duration AnswerTimeout = 10s;

/// `#Pid<…>` as a term; invalid if it is no such text.
Term identifier(const QString &text)
{
    const auto parsed = term::parse(text);
    return parsed.ok() && (parsed->isPid() || parsed->isPort()) ? *parsed : Term();
}

ProcessPage emptyPage(const AskProcesses &question)
{
    ProcessPage page;
    page.question = question.question;
    page.node = question.node;
    page.scope = question.scope;
    page.after = question.after;
    return page;
}

ProcessDetail emptyDetail(const AskProcess &question)
{
    ProcessDetail detail;
    detail.question = question.question;
    detail.node = question.node;
    detail.pid = question.pid;
    return detail;
}

} // namespace

ProcessDesk::ProcessDesk(dist::LocalNode &self, QObject *parent)
    : QObject(parent)
    , m_self(self)
{
}

void ProcessDesk::ask(const AskProcesses &question)
{
    enqueue(question.node, question);
}

void ProcessDesk::ask(const AskProcess &question)
{
    enqueue(question.node, question);
}

void ProcessDesk::enqueue(const NodeName &node, Question question)
{
    Asked &asked = m_nodes[node];
    asked.waiting.push_back(std::move(question));
    if (asked.waiting.size() > MaxWaiting) {
        const Question oldest = asked.waiting.front();
        asked.waiting.pop_front();
        refuse(oldest, QStringLiteral("superseded"));
    }
    askNext(node);
}

void ProcessDesk::askNext(const NodeName &node)
{
    const auto it = m_nodes.find(node);
    if (it == m_nodes.end() || it->busy)
        return;
    if (it->waiting.empty()) {
        m_nodes.erase(it);
        return;
    }
    it->busy = true;
    const Question question = it->waiting.front();
    it->waiting.pop_front();
    std::visit([this](const auto &one) { put(one); }, question);
}

void ProcessDesk::call(const NodeName &node, const Term &forms, const Term &bindings,
                       const dist::CallHandler &handler)
{
    dist::CallRequest request;
    request.node = node;
    request.module = QStringLiteral("erl_eval");
    request.function = QStringLiteral("exprs");
    request.arguments = {forms, bindings};
    request.timeout = AnswerTimeout;
    request.endOnTimeout = true;
    m_self.call(request, this, [this, node, handler](const CallResult &result) {
        handler(result);
        m_nodes[node].busy = false;
        askNext(node);
    });
}

void ProcessDesk::put(const AskProcesses &question)
{
    const Term after =
        question.after.isEmpty() ? Term::atom(QLatin1String("none")) : identifier(question.after);
    const bool registered = question.scope == ProcessScope::Registered;
    const int count = std::clamp(question.count, 1, MaxPage);
    const Term bindings = Term::list(
        {binding(QLatin1String("Scope"), Term::atom(QLatin1String(registered ? "registered" : "all"))),
         binding(QLatin1String("After"), after.isValid() ? after : Term::atom(QLatin1String("none"))),
         binding(QLatin1String("Count"), Term::integer(count))});
    call(question.node, probes::processesForms(), bindings, [this, question](const CallResult &result) {
        ProcessPage page = emptyPage(question);
        page.elapsed = result.elapsed;
        if (!readPage(evaluated(result), page))
            page.refusal = refusalOf(result);
        Q_EMIT pageTold(page);
    });
}

void ProcessDesk::put(const AskProcess &question)
{
    const Term pid = identifier(question.pid);
    if (!pid.isPid()) {
        m_nodes[question.node].busy = false;
        refuse(question, QStringLiteral("not_a_pid"));
        return askNext(question.node);
    }
    const Term bindings = Term::list(
        {binding(QLatin1String("P"), pid), binding(QLatin1String("Most"), Term::integer(TiesOfAKind))});
    call(question.node, probes::processForms(), bindings, [this, question](const CallResult &result) {
        ProcessDetail detail = emptyDetail(question);
        if (!readDetail(evaluated(result), detail))
            detail.refusal = refusalOf(result);
        Q_EMIT detailTold(detail);
    });
}

void ProcessDesk::refuse(const Question &question, const QString &why)
{
    if (const auto *processes = std::get_if<AskProcesses>(&question)) {
        ProcessPage page = emptyPage(*processes);
        page.refusal = why;
        Q_EMIT pageTold(page);
    } else {
        ProcessDetail detail = emptyDetail(std::get<AskProcess>(question));
        detail.refusal = why;
        Q_EMIT detailTold(detail);
    }
}

} // namespace nodescope::session
