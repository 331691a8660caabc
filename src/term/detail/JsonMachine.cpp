#include "term/detail/JsonMachine.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "term/Encoder.h"
#include "term/detail/LeafBytes.h"
#include "term/detail/PrinterMachine.h"
#include "term/detail/Quoting.h"
#include "term/detail/TextParts.h"
#include "term/detail/Utf8.h"

namespace nodescope::term::detail {

namespace {

/// What a double, and with it every JSON reader, holds exactly.
constexpr qint64 LargestExact = (qint64(1) << 53) - 1;

bool isText(const Cell &cell)
{
    return cell.type == CellType::Binary && isUtf8(bytesOf(cell));
}

} // namespace

JsonMachine::JsonMachine(const Storage *storage, const JsonOptions &options, TextParts *parts)
    : m_storage(storage)
    , m_options(options)
    , m_parts(parts)
{
}

QByteArray JsonMachine::run(const Cell &root)
{
    value(root);
    while (!m_stack.empty() && !isFull())
        step();
    if (isFull()) {
        m_out.truncate(m_options.maxBytes);
        while (!isUtf8(m_out)) // not within a character
            m_out.chop(1);
        m_out += "\xe2\x80\xa6"; // …
        m_truncated = true;
    }
    return m_out;
}

void JsonMachine::noteBegin(quint64 part)
{
    if (m_parts)
        m_parts->begin(m_out.size(), static_cast<qsizetype>(part));
}

void JsonMachine::noteEnd()
{
    if (m_parts)
        m_parts->end(m_out.size());
}

void JsonMachine::value(const Cell &cell, quint64 part)
{
    noteBegin(part);
    const std::size_t depth = m_stack.size();
    write(cell);
    // Of a container whose parts come now the end is not known yet.
    if (m_stack.size() == depth)
        noteEnd();
}

void JsonMachine::newLine(std::size_t depth)
{
    if (!m_options.pretty)
        return;
    m_out += '\n';
    m_out += QByteArray(static_cast<qsizetype>(std::min(depth, DeepestIndent)) * 2, ' ');
}

/// A value of a pair may be a container: the pair's bracket closes with it.
void JsonMachine::wrap(const Cell &part, quint64 number)
{
    m_stack.push_back({Cell(), &part, 0, 1, Style::Array, false, "]", true, number});
}

void JsonMachine::write(const Cell &cell)
{
    switch (cell.type) {
    case CellType::Integer:
    case CellType::BigInteger:
        return integer(cell);
    case CellType::Float:
        return real(cell.real);
    case CellType::Atom:
        return atom(cell);
    case CellType::Nil:
        m_out += "[]";
        return;
    case CellType::Binary:
    case CellType::Bitstring:
        return binary(cell);
    case CellType::ByteList:
        return byteList(cell);
    case CellType::List:
        return openList(cell);
    case CellType::Tuple:
        m_out += m_options.plain ? "[" : "{\"$tuple\":[";
        return push(cell, Style::Array, cell.count, m_options.plain ? "]" : "]}");
    case CellType::Map:
        return openMap(cell);
    case CellType::Record:
        return openRecord(cell);
    case CellType::Pid:
        return tagged("pid", printed(cell));
    case CellType::Port:
        return tagged("port", printed(cell));
    case CellType::Reference:
        return tagged("reference", printed(cell));
    case CellType::Export:
        return tagged("export", printed(cell));
    case CellType::Fun:
        tagged("fun", printed(cell));
        if (!m_options.plain) {
            m_out.chop(1);
            m_out += ",\"etf\":\"" + encode(Access::make(cell, m_storage)).toBase64() + "\"}";
        }
        return;
    case CellType::Invalid:
        m_out += "null";
        return;
    }
}

void JsonMachine::push(const Cell &cell, Style style, quint64 end, QByteArrayView closing)
{
    m_stack.push_back(
        {cell, childCount(cell) ? parts(cell) : nullptr, 0, end, style, false, closing, false, 0});
}

void JsonMachine::openList(const Cell &cell)
{
    const bool improper = parts(cell)[cell.count].type != CellType::Nil;
    m_out += improper ? "{\"$list\":[" : "[";
    push(cell, Style::Array, quint64(cell.count) + (improper ? 1 : 0), improper ? "}" : "]");
    m_stack.back().improper = improper;
}

void JsonMachine::openMap(const Cell &cell)
{
    const bool object = isObject(cell);
    m_out += object ? "{" : "{\"$map\":[";
    push(cell, object ? Style::Object : Style::Pairs, quint64(cell.count) * 2, object ? "}" : "]}");
}

void JsonMachine::openRecord(const Cell &cell)
{
    m_out += "{\"$record\":[";
    atomText(parts(cell)[0]);
    m_out += ',';
    atomText(parts(cell)[1]);
    m_out += (cell.flag & 1) ? ",true,[" : ",false,[";
    push(cell, Style::Record, cell.count, "]]}");
}

void JsonMachine::step()
{
    Open &open = m_stack.back();
    if (open.next == open.end)
        return close();
    if (open.style == Style::Record)
        return stepRecord(open);
    const quint64 index = open.next++;
    const Cell &part = open.parts[index];
    if (open.wrapper)
        return value(part, open.number);
    const bool second = open.style != Style::Array && index % 2 == 1;
    const bool tail = open.improper && open.next == open.end;
    if (tail)
        m_out += "],\"tail\":";
    else if (second)
        m_out += open.style == Style::Object ? ':' : ',';
    else if (index > 0)
        m_out += ',';
    if (!tail && !second)
        newLine(m_stack.size());
    if (open.style == Style::Object && !second) {
        noteBegin(index);
        key(part);
        return noteEnd();
    }
    if (open.style == Style::Pairs && second)
        return wrap(part, index);
    if (open.style == Style::Pairs)
        m_out += '[';
    value(part, index);
}

void JsonMachine::close()
{
    const Open open = m_stack.back();
    m_stack.pop_back();
    if (!open.wrapper && !open.improper && open.end > 0)
        newLine(m_stack.size());
    m_out += open.closing;
    if (!open.wrapper)
        noteEnd();
}

void JsonMachine::stepRecord(Open &open)
{
    const quint64 field = open.next++;
    const quint64 index = RecordPrefix + field;
    m_out += field > 0 ? ",[" : "[";
    noteBegin(2 * field);
    atomText(open.parts[index]);
    noteEnd();
    m_out += ',';
    wrap(open.parts[index + open.container.count], 2 * field + 1);
}

bool JsonMachine::isObject(const Cell &map) const
{
    if (m_options.plain || map.count == 0)
        return true;
    const Cell *pairs = parts(map);
    for (quint64 i = 0; i < map.count; ++i) {
        if (!isText(pairs[2 * i]) || bytesOf(pairs[2 * i]).startsWith('$'))
            return false;
    }
    return true;
}

void JsonMachine::key(const Cell &cell)
{
    if (cell.type == CellType::Atom)
        atomText(cell);
    else if (isText(cell))
        quoted(QString::fromUtf8(bytesOf(cell)));
    else
        quoted(printed(cell));
}

void JsonMachine::integer(const Cell &cell)
{
    if (cell.type == CellType::Integer && cell.integer >= -LargestExact && cell.integer <= LargestExact) {
        m_out += QByteArray::number(cell.integer);
        return;
    }
    PrintOptions options;
    options.syntax = Syntax::Elixir; // 0x… for huge ones
    tagged("integer", PrinterMachine(m_storage, options).run(cell).text);
}

void JsonMachine::real(double value)
{
    PrintOptions options;
    Cell cell{CellType::Float};
    cell.real = value;
    m_out += PrinterMachine(m_storage, options).run(cell).text.toLatin1();
}

void JsonMachine::atom(const Cell &cell)
{
    const QByteArrayView text = m_storage->atomText(cell.count);
    if (text == "true" || text == "false")
        m_out += text;
    else if (text == "nil")
        m_out += "null";
    else
        tagged("atom", QString::fromUtf8(text));
}

void JsonMachine::atomText(const Cell &cell)
{
    quoted(QString::fromUtf8(m_storage->atomText(cell.count)));
}

void JsonMachine::binary(const Cell &cell)
{
    if (isText(cell))
        return quoted(QString::fromUtf8(bytesOf(cell)));
    const Term term = Access::make(cell, m_storage);
    const QString base64 = QString::fromLatin1(term.toByteArray().toBase64());
    if (cell.type == CellType::Binary)
        return tagged("binary", base64);
    tagged("bitstring", base64);
    if (!m_options.plain) {
        m_out.chop(1);
        m_out += ",\"bits\":" + QByteArray::number(term.bitSize()) + '}';
    }
}

void JsonMachine::byteList(const Cell &cell)
{
    m_out += '[';
    for (quint32 i = 0; i < cell.count && !isFull(); ++i) {
        if (i > 0)
            m_out += ',';
        m_out += QByteArray::number(cell.bytes[i]);
    }
    m_out += ']';
}

void JsonMachine::tagged(QByteArrayView name, const QString &text)
{
    if (m_options.plain)
        return quoted(text);
    m_out += "{\"$" + name.toByteArray() + "\":";
    quoted(text);
    m_out += '}';
}

void JsonMachine::quoted(const QString &text)
{
    m_out += '"';
    for (char32_t point : text.toUcs4()) {
        if (point == U'"' || point == U'\\')
            m_out += '\\';
        if (isVisible(point)) {
            m_out += QString::fromUcs4(&point, 1).toUtf8();
            continue;
        }
        for (QChar unit : QString::fromUcs4(&point, 1)) {
            m_out += "\\u";
            m_out += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        }
    }
    m_out += '"';
}

QString JsonMachine::printed(const Cell &cell) const
{
    return PrinterMachine(m_storage, PrintOptions()).run(cell).text;
}

} // namespace nodescope::term::detail
