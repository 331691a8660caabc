#include "term/detail/PrinterMachine.h"

#include <algorithm>

#include "term/detail/Quoting.h"
#include "term/detail/TextParts.h"

namespace nodescope::term::detail {

namespace {
constexpr qsizetype LineWidth = 100;
constexpr QByteArrayView StructKey("__struct__");
} // namespace

PrinterMachine::PrinterMachine(const Storage *storage, const PrintOptions &options, TextParts *parts)
    : m_storage(storage)
    , m_options(options)
    , m_parts(parts)
    , m_limit(options.maxCharacters)
{
}

Printed PrinterMachine::run(const Cell &root)
{
    value(root);
    while (!m_stack.empty() && !isFull())
        step();
    if (!isFull())
        return {m_text, false};
    m_text.truncate(m_limit);
    if (m_text.back().isHighSurrogate())
        m_text.chop(1);
    return {m_text + u'…', true};
}

void PrinterMachine::noteBegin(quint64 part)
{
    if (m_parts)
        m_parts->begin(m_text.size(), static_cast<qsizetype>(part));
}

void PrinterMachine::noteEnd()
{
    if (m_parts)
        m_parts->end(m_text.size());
}

void PrinterMachine::endPair(Open &open)
{
    if (std::exchange(open.inPair, false))
        noteEnd();
}

void PrinterMachine::value(const Cell &cell, quint64 part)
{
    noteBegin(part);
    const std::size_t depth = m_stack.size();
    write(cell);
    // Of a container whose parts come now the end is not known yet.
    if (m_stack.size() == depth)
        noteEnd();
}

void PrinterMachine::write(const Cell &cell)
{
    switch (cell.type) {
    case CellType::Integer:
    case CellType::BigInteger:
        return integer(cell);
    case CellType::Float:
        return real(cell.real);
    case CellType::Atom:
        return appendAtom(m_text, m_storage->atomText(cell.count), m_options.syntax);
    case CellType::Nil:
        return put(QLatin1String("[]"));
    case CellType::Binary:
    case CellType::Bitstring:
        return binary(cell);
    case CellType::Pid:
    case CellType::Port:
    case CellType::Reference:
        return identifier(cell);
    case CellType::Export:
        return exported(cell);
    case CellType::Fun:
        return fun(cell);
    case CellType::Invalid:
        return put(QLatin1String("#Invalid"));
    default:
        return openContainer(cell);
    }
}

void PrinterMachine::openContainer(const Cell &cell)
{
    switch (cell.type) {
    case CellType::Tuple:
        m_text += u'{';
        return push(cell, Style::Tuple, cell.count);
    case CellType::Map:
        return openMap(cell);
    case CellType::Record:
        return openRecord(cell);
    default:
        return openList(cell);
    }
}

void PrinterMachine::openList(const Cell &cell)
{
    if (m_options.charlistsAsText && isCharlist(cell))
        return charlist(cell);
    if (cell.type == CellType::ByteList)
        return byteList(cell);
    m_text += u'[';
    const bool keywords = isElixir() && isKeywords(cell);
    push(cell, keywords ? Style::Keywords : Style::List, keywords ? cell.count : quint64(cell.count) + 1);
}

void PrinterMachine::openMap(const Cell &cell)
{
    if (!isElixir()) {
        put(QLatin1String("#{"));
        return push(cell, Style::Map, quint64(cell.count) * 2);
    }
    m_text += u'%';
    const bool keywords = hasAtomKeys(cell);
    if (const Cell *name = keywords ? structName(cell) : nullptr)
        appendAtom(m_text, m_storage->atomText(name->count), Syntax::Elixir);
    m_text += u'{';
    push(cell, keywords ? Style::KeywordMap : Style::Map, quint64(cell.count) * 2);
}

void PrinterMachine::openRecord(const Cell &cell)
{
    const QByteArrayView module = m_storage->atomText(parts(cell)[0].count);
    const QByteArrayView name = m_storage->atomText(parts(cell)[1].count);
    put(QLatin1String(isElixir() ? "#Record<" : "#"));
    appendAtom(m_text, module, m_options.syntax);
    put(QLatin1String(isElixir() ? ", " : ":"));
    appendAtom(m_text, name, m_options.syntax);
    if (!isElixir())
        m_text += u'{';
    push(cell, Style::Record, cell.count);
    m_stack.back().printed = isElixir();
}

void PrinterMachine::push(const Cell &cell, Style style, quint64 end)
{
    const bool broken = m_options.pretty && !fits(cell);
    m_stack.push_back({cell, childCount(cell) ? parts(cell) : nullptr, 0, end, style, broken, false, false});
}

void PrinterMachine::step()
{
    Open &open = m_stack.back();
    if (open.next == open.end)
        return close();
    switch (open.style) {
    case Style::Map:
        return stepMap(open);
    case Style::KeywordMap:
    case Style::Keywords:
        return stepKeywords(open);
    case Style::Record:
        return stepRecord(open);
    case Style::List:
    case Style::Tuple:
        break;
    }
    const quint64 number = open.next++;
    const Cell &part = open.parts[number];
    if (open.style == Style::List && open.next == open.end) { // the tail
        if (part.type == CellType::Nil)
            return;
        put(QLatin1String(isElixir() ? " | " : "|"));
    } else {
        separate(open);
    }
    value(part, number);
}

void PrinterMachine::stepMap(Open &open)
{
    if (open.next % 2 == 0)
        separate(open);
    else
        put(QLatin1String(" => "));
    const quint64 number = open.next++;
    value(open.parts[number], number);
}

void PrinterMachine::stepKeywords(Open &open)
{
    const Cell *pair = nullptr;
    const bool list = open.style == Style::Keywords;
    const quint64 number = open.next;
    endPair(open);
    if (list) {
        pair = parts(open.parts[open.next++]);
    } else {
        pair = open.parts + open.next;
        open.next += 2;
        const bool name = m_storage->atomText(pair->count) == StructKey;
        if (name && structName(open.container))
            return; // stands before the brace
    }
    separate(open);
    if (list)
        noteBegin(number);
    open.inPair = list;
    noteBegin(list ? 0 : number);
    appendElixirKey(m_text, m_storage->atomText(pair[0].count));
    noteEnd();
    value(pair[1], list ? 1 : number + 1);
}

void PrinterMachine::stepRecord(Open &open)
{
    const quint64 index = RecordPrefix + open.next++;
    separate(open);
    const QByteArrayView name = m_storage->atomText(open.parts[index].count);
    const quint64 part = 2 * (index - RecordPrefix);
    noteBegin(part);
    if (isElixir())
        appendElixirKey(m_text, name);
    else
        appendAtom(m_text, name, Syntax::Erlang);
    noteEnd();
    if (!isElixir())
        put(QLatin1String(" = "));
    value(open.parts[index + open.container.count], part + 1);
}

void PrinterMachine::separate(Open &open)
{
    const bool first = !std::exchange(open.printed, true);
    if (open.broken) {
        if (!first)
            m_text += u',';
        newLine(m_stack.size());
    } else if (!first) {
        comma();
    }
}

void PrinterMachine::newLine(std::size_t depth)
{
    m_text += u'\n';
    m_text += QString(static_cast<qsizetype>(std::min(depth, DeepestIndent)) * 2, u' ');
}

void PrinterMachine::close()
{
    endPair(m_stack.back());
    const Open open = m_stack.back();
    m_stack.pop_back();
    if (open.broken)
        newLine(m_stack.size());
    const bool list = open.style == Style::List || open.style == Style::Keywords;
    const bool record = open.style == Style::Record && isElixir();
    m_text += record ? u'>' : list ? u']' : u'}';
    noteEnd();
}

bool PrinterMachine::fits(const Cell &cell) const
{
    const qsizetype column = m_text.size() - (m_text.lastIndexOf(u'\n') + 1);
    PrintOptions flat = m_options;
    flat.pretty = false;
    flat.maxCharacters = LineWidth - column;
    return flat.maxCharacters > 0 && !PrinterMachine(m_storage, flat).run(cell).truncated;
}

/// So many parts decide how a container is written: of what is cut anyway, no more than are shown.
quint32 PrinterMachine::looked(const Cell &cell) const
{
    return m_limit > 0 ? static_cast<quint32>(std::min<qsizetype>(cell.count, m_limit + 1)) : cell.count;
}

bool PrinterMachine::isCharlist(const Cell &cell) const
{
    const auto textual = [this](qint64 point) {
        const bool latin = point >= 0xa0 && point <= 0xff && !isElixir();
        return latin || (point >= 0 && point < 0x7f && isTextual(static_cast<char32_t>(point)));
    };
    if (cell.type == CellType::ByteList)
        return std::all_of(cell.bytes, cell.bytes + looked(cell), textual);
    const Cell *elements = parts(cell);
    return elements[cell.count].type == CellType::Nil &&
           std::all_of(elements, elements + looked(cell), [&](const Cell &element) {
               return element.type == CellType::Integer && textual(element.integer);
           });
}

bool PrinterMachine::isKeywords(const Cell &cell) const
{
    if (cell.type != CellType::List || parts(cell)[cell.count].type != CellType::Nil)
        return false;
    const Cell *elements = parts(cell);
    return std::all_of(elements, elements + looked(cell), [this](const Cell &element) {
        return element.type == CellType::Tuple && element.count == 2 &&
               parts(element)[0].type == CellType::Atom &&
               !isElixirAlias(m_storage->atomText(parts(element)[0].count));
    });
}

bool PrinterMachine::hasAtomKeys(const Cell &map) const
{
    if (map.count == 0)
        return false;
    const Cell *pairs = parts(map);
    for (quint64 i = 0; i < looked(map); ++i) {
        if (pairs[2 * i].type != CellType::Atom || isElixirAlias(m_storage->atomText(pairs[2 * i].count)))
            return false;
    }
    return true;
}

const Cell *PrinterMachine::structName(const Cell &map) const
{
    // Only where it comes first, as nodes write structs: what is read back then has the same sequence.
    const Cell *pairs = parts(map);
    if (map.count == 0 || m_storage->atomText(pairs[0].count) != StructKey)
        return nullptr;
    const Cell &name = pairs[1];
    const bool alias = name.type == CellType::Atom && isElixirAlias(m_storage->atomText(name.count));
    return alias ? &name : nullptr;
}

} // namespace nodescope::term::detail
