#include "session/FigureDesk.h"

#include <algorithm>

#include "session/Probes.h"

namespace nodescope::session {

using namespace std::chrono_literals;
using base::NodeName;

namespace {
constexpr base::Duration AnswerTimeout = 5s;
} // namespace

FigureDesk::FigureDesk(dist::LocalNode &self, QObject *parent)
    : QObject(parent)
    , m_self(self)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FigureDesk::askDue);
}

void FigureDesk::setInterval(base::Duration interval)
{
    m_interval = interval;
    const base::Instant latest = m_self.clock().now() + interval;
    const std::set<Due> waiting = std::exchange(m_waiting, {});
    for (const auto &[due, node] : waiting)
        askAt(node, std::min(due, latest));
    askDue();
}

void FigureDesk::add(const NodeName &node)
{
    remove(node);
    m_nodes.insert(node, Asked{{}, 0, ++m_lives});
    askAt(node, m_self.clock().now());
    // In a later turn, so that nodes that come up together are asked together.
    if (m_interval > base::Duration::zero())
        m_timer.start(0);
}

void FigureDesk::remove(const NodeName &node)
{
    const auto it = m_nodes.find(node);
    if (it == m_nodes.end())
        return;
    m_waiting.erase(Due(it->due, node));
    m_nodes.erase(it);
}

void FigureDesk::askAt(const NodeName &node, base::Instant due)
{
    m_nodes[node].due = due;
    m_waiting.emplace(due, node);
}

void FigureDesk::askDue()
{
    m_timer.stop();
    if (m_interval <= base::Duration::zero())
        return;
    const base::Instant now = m_self.clock().now();
    // With all places taken, the next answer leads here again.
    while (!m_waiting.empty() && m_open < MaxOpen) {
        const auto [due, node] = *m_waiting.begin();
        if (due > now) {
            m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(due - now));
            return;
        }
        m_waiting.erase(m_waiting.begin());
        ask(node);
    }
}

void FigureDesk::ask(const NodeName &node)
{
    ++m_open;
    dist::CallRequest request;
    request.node = node;
    request.module = QStringLiteral("erl_eval");
    request.function = QStringLiteral("exprs");
    request.arguments = {probes::figuresForms(), term::Term::nil()};
    request.timeout = AnswerTimeout;
    request.endOnTimeout = true;
    m_self.call(request, this, [this, node, life = m_nodes.value(node).life](const dist::CallResult &result) {
        onAnswer(node, life, result);
    });
}

void FigureDesk::onAnswer(const NodeName &node, quint64 life, const dist::CallResult &result)
{
    --m_open;
    if (const auto it = m_nodes.find(node); it != m_nodes.end() && it->life == life) {
        const auto answer = result.value() ? readFigureAnswer(*result.value()) : std::nullopt;
        // Time may run out for a busy node, too: that is no refusal.
        if (answer)
            it->refusals = 0;
        else if (!std::holds_alternative<dist::call_end::TimedOut>(result.end))
            ++it->refusals;
        if (it->refusals < MaxRefusals)
            askAt(node, m_self.clock().now() + m_interval);
        if (answer)
            Q_EMIT answered(node, *answer);
    }
    askDue();
}

} // namespace nodescope::session
