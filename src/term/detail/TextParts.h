#pragma once

#include <vector>

#include "term/MappedText.h"

namespace nodescope::term::detail {

/// Notes where values begin and end, while a machine writes them.
class TextParts
{
public:
    void begin(qsizetype position, qsizetype part)
    {
        m_parts.push_back({position, position, m_open.empty() ? -1 : m_open.back(), part});
        m_open.push_back(static_cast<int>(m_parts.size()) - 1);
    }
    void end(qsizetype position)
    {
        m_parts[static_cast<std::size_t>(m_open.back())].end = position;
        m_open.pop_back();
    }
    /// Ends what is open, and puts aside what lies beyond.
    [[nodiscard]] std::vector<TextPart> take(qsizetype size);

private:
    std::vector<TextPart> m_parts;
    std::vector<int> m_open;
};

} // namespace nodescope::term::detail
