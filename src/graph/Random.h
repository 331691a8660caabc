#pragma once

#include <cstdint>

namespace nodescope::graph {

/// A small generator with a fixed seed: the same input must give the same layout on every machine,
/// which the standard library's distributions do not promise.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed * 0x9e3779b97f4a7c15ULL + 1)
    {
    }
    std::uint32_t next()
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return std::uint32_t(m_state >> 32);
    }
    /// 0 to limit - 1.
    std::uint32_t below(std::uint32_t limit) { return std::uint32_t((std::uint64_t(next()) * limit) >> 32); }
    /// -0.5 to 0.5.
    double centred() { return double(next()) / 4294967296.0 - 0.5; }

private:
    std::uint64_t m_state;
};

} // namespace nodescope::graph
