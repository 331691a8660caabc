#include "graph/LayoutJob.h"

namespace nodescope::graph {

LayoutJob::LayoutJob(LayoutInput input, LayoutKind kind)
    : m_thread([this, input = std::move(input), kind] {
        m_result = layOut(input, kind);
        m_ready.store(true, std::memory_order_release);
    })
{
}

LayoutJob::~LayoutJob()
{
    if (m_thread.joinable())
        m_thread.join();
}

Positions LayoutJob::take()
{
    if (m_thread.joinable())
        m_thread.join();
    return std::move(m_result);
}

} // namespace nodescope::graph
