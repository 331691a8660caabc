#pragma once

#include <atomic>
#include <memory>
#include <thread>

#include "graph/Layout.h"

namespace nodescope::graph {

/// A layout on a thread of its own, for graphs where it takes longer than a frame. Ask isReady() at
/// each frame, then take the result. Destruction waits for the thread.
class LayoutJob
{
public:
    LayoutJob(LayoutInput input, LayoutKind kind);
    ~LayoutJob();
    LayoutJob(const LayoutJob &) = delete;
    LayoutJob &operator=(const LayoutJob &) = delete;

    [[nodiscard]] bool isReady() const { return m_ready.load(std::memory_order_acquire); }
    /// Waits when it is not ready.
    [[nodiscard]] Positions take();

private:
    Positions m_result;
    std::atomic<bool> m_ready{false};
    std::thread m_thread;
};

} // namespace nodescope::graph
