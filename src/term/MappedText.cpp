#include "term/MappedText.h"

#include <algorithm>

#include "term/detail/JsonMachine.h"
#include "term/detail/PrinterMachine.h"
#include "term/detail/TextParts.h"

namespace nodescope::term {

std::vector<TextPart> detail::TextParts::take(qsizetype size)
{
    while (!m_open.empty())
        end(size);
    while (!m_parts.empty() && m_parts.size() > 1 && m_parts.back().begin >= size)
        m_parts.pop_back();
    for (TextPart &part : m_parts)
        part.end = std::min(part.end, size);
    return std::move(m_parts);
}

TermPath MappedText::pathAt(qsizetype position) const
{
    // The last one that begins in front of it, or one of those around that.
    const auto above = std::upper_bound(parts.begin(), parts.end(), position,
                                        [](qsizetype at, const TextPart &part) { return at < part.begin; });
    TermPath path;
    for (auto at = static_cast<int>(above - parts.begin()) - 1; at >= 0;) {
        const TextPart &part = parts[static_cast<std::size_t>(at)];
        if (part.parent >= 0 && (position < part.end || !path.isEmpty()))
            path.append(part.part);
        at = part.parent;
    }
    std::reverse(path.begin(), path.end());
    return path;
}

TextPart MappedText::rangeOf(const TermPath &path) const
{
    TextPart found = parts.empty() ? TextPart{0, text.size(), -1, 0} : parts.front();
    std::size_t at = 0;
    for (qsizetype wanted : path) {
        std::size_t next = at + 1;
        while (next < parts.size() && parts[next].begin < found.end &&
               (parts[next].parent != static_cast<int>(at) || parts[next].part != wanted))
            ++next;
        if (next >= parts.size() || parts[next].parent != static_cast<int>(at) || parts[next].part != wanted)
            break;
        at = next;
        found = parts[at];
    }
    return found;
}

MappedText printMapped(const Term &term, const PrintOptions &options)
{
    detail::TextParts parts;
    detail::PrinterMachine machine(detail::Access::storage(term), options, &parts);
    Printed printed = machine.run(detail::Access::cell(term));
    return {printed.text, printed.truncated, parts.take(printed.text.size())};
}

MappedText jsonMapped(const Term &term, const JsonOptions &options)
{
    detail::TextParts parts;
    detail::JsonMachine machine(detail::Access::storage(term), options, &parts);
    const QByteArray json = machine.run(detail::Access::cell(term));
    MappedText mapped{QString::fromUtf8(json), machine.isTruncated(), parts.take(json.size())};
    if (mapped.text.size() == json.size())
        return mapped;
    // From bytes to UTF-16 units.
    std::vector<qsizetype> units(static_cast<std::size_t>(json.size()) + 1);
    qsizetype unit = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        units[static_cast<std::size_t>(i)] = unit;
        const auto byte = static_cast<quint8>(json[i]);
        unit += (byte & 0xc0) == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
    }
    units.back() = unit;
    for (TextPart &part : mapped.parts) {
        part.begin = units[static_cast<std::size_t>(part.begin)];
        part.end = units[static_cast<std::size_t>(part.end)];
    }
    return mapped;
}

} // namespace nodescope::term
