#include "term/detail/DataParser.h"

#include "term/detail/SegmentReader.h"

namespace nodescope::term::detail {

DataParser::DataParser(QStringView text, const ParseOptions &options)
    : m_cursor(text)
    , m_options(options)
{
}

base::Result<Term, ParseError> DataParser::run()
{
    skipBlanks();
    if (!m_cursor.atEnd())
        return readWhole();
    m_cursor.fail(Code::Empty);
    return base::Failure{m_cursor.error()};
}

base::Result<Expression, ParseError> DataParser::runExpression()
{
    skipBlanks();
    const TextCursor before = m_cursor;
    const qsizetype start = m_cursor.position();
    const std::optional<Function> function = readCallHead();
    if (!function) {
        m_cursor = before;
        auto term = run();
        if (!term.ok())
            return base::Failure{term.error()};
        return Expression(*term);
    }
    open(Shape::Arguments, start, u")");
    const auto arguments = readWhole();
    if (!arguments.ok())
        return base::Failure{arguments.error()};
    return Expression(CallExpression{function->module, function->name, *arguments});
}

base::Result<Term, ParseError> DataParser::readWhole()
{
    if (readTerm()) {
        skipEnd();
        skipBlanks();
        if (!m_cursor.atEnd())
            m_cursor.fail(m_cursor.peek() == u'(' ? Code::NotData : Code::TrailingText);
    }
    const Term term = m_builder.take();
    if (!term.isValid()) // too many elements in one tuple
        m_cursor.fail(Code::TooManyValues, 0);
    if (m_cursor.hasFailed())
        return base::Failure{m_cursor.error()};
    return term;
}

bool DataParser::readTerm()
{
    do {
        skipBlanks();
        if (!(m_valueExpected ? expectValue() : afterValue()))
            return false;
    } while (m_valueExpected || !m_stack.empty());
    return true;
}

void DataParser::open(Shape shape, qsizetype start, QStringView closing)
{
    m_stack.push_back({shape, start, 0, 0, closing});
    m_valueExpected = true;
}

bool DataParser::expectValue()
{
    if (Open *open = innermost()) {
        const bool mayClose = open->fresh || (allowsTrailingComma() && open->shape != Shape::Tail &&
                                              open->shape != Shape::Arguments);
        if (mayClose && open->shape != Shape::MapValue && !open->keyRead && m_cursor.take(open->closing))
            return close();
        if (!readKey(*open))
            return false;
        open->fresh = false;
        skipBlanks();
        if (m_cursor.atEnd())
            return m_cursor.failHere(open->start);
    } else if (m_cursor.atEnd()) {
        return m_cursor.fail(Code::UnexpectedEnd);
    }
    m_valueExpected = false;
    const qsizetype start = m_cursor.position();
    if (!readValue())
        return m_cursor.failHere(start);
    if (m_builder.cellCount() > m_options.limits.values)
        return m_cursor.fail(Code::TooManyValues, start);
    return true;
}

bool DataParser::afterValue()
{
    if (m_stack.empty())
        return true;
    Open &open = m_stack.back();
    if (open.shape == Shape::MapKey && !open.keyRead) {
        if (!m_cursor.take(u"=>"))
            return m_cursor.failHere(open.start);
        open.shape = Shape::MapValue;
        m_valueExpected = true;
        return true;
    }
    if (open.keyRead && open.shape != Shape::MapKey && open.shape != Shape::MapValue &&
        open.shape != Shape::Record)
        m_builder.tuple(2);
    open.keyRead = false;
    if (open.shape == Shape::MapValue)
        open.shape = Shape::MapKey;
    if (open.shape != Shape::Tail)
        ++open.count;
    if (m_cursor.take(open.closing))
        return close();
    if (open.shape == Shape::List && open.keywords == 0 && m_cursor.take(u"|")) {
        open.shape = Shape::Tail;
        m_valueExpected = true;
        return true;
    }
    return afterComma(open);
}

bool DataParser::afterComma(Open &open)
{
    if (open.shape == Shape::Tail || !m_cursor.take(u","))
        return m_cursor.peek() == u'(' ? m_cursor.fail(Code::NotData) : m_cursor.failHere(open.start);
    m_valueExpected = true;
    return true;
}

bool DataParser::close()
{
    const Open open = m_stack.back();
    m_stack.pop_back();
    m_valueExpected = false;
    return build(open);
}

bool DataParser::build(const Open &open)
{
    switch (open.shape) {
    case Shape::List:
        m_builder.list(open.count);
        return true;
    case Shape::Tail:
        m_builder.listWithTail(open.count);
        return true;
    case Shape::Tuple:
        // Keywords at the end of a tuple are one element, a list.
        if (open.keywords)
            m_builder.list(open.keywords);
        m_builder.tuple(open.count - open.keywords + (open.keywords ? 1 : 0));
        return true;
    case Shape::Arguments:
        if (open.keywords)
            m_builder.list(open.keywords);
        m_builder.list(open.count - open.keywords + (open.keywords ? 1 : 0));
        return true;
    case Shape::MapKey:
    case Shape::MapValue:
        return m_builder.map(open.count) == open.count || m_cursor.fail(Code::DuplicateKey, open.start);
    case Shape::Record:
        return buildRecord(open);
    }
    return false;
}

bool DataParser::buildRecord(const Open &open)
{
    // Erlang's module and name stand before the brace, Elixir's are the first two elements.
    const qsizetype names = m_options.syntax == Syntax::Elixir ? 2 : 0;
    const bool ok = open.count - open.keywords == names && m_builder.record(open.keywords, true);
    return ok || m_cursor.fail(Code::BadRecord, open.start);
}

bool DataParser::readNumberValue()
{
    const std::optional<Number> number = readNumber(m_cursor, m_options.syntax, m_options.limits);
    if (!number)
        return false;
    if (const auto *whole = std::get_if<WholeNumber>(&*number))
        m_builder.bigInteger(whole->negative, whole->magnitude);
    else
        m_builder.real(std::get<double>(*number));
    return true;
}

bool DataParser::readSegments()
{
    SegmentReader reader(m_cursor, m_options.syntax, m_options.limits);
    if (!reader.run())
        return false;
    m_builder.bitstring(reader.bytes(), reader.bits());
    return true;
}

bool DataParser::takeSelf(QStringView word)
{
    if (!m_options.self || word != u"self" || !m_cursor.take(u"()"))
        return false;
    m_builder.pid(*m_options.self);
    return true;
}

bool DataParser::pushAtom(const QString &text, qsizetype start)
{
    if (text.size() > MaxAtomCharacters && text.toUcs4().size() > MaxAtomCharacters)
        return m_cursor.fail(Code::AtomTooLong, start);
    m_builder.atom(text);
    return true;
}

bool DataParser::pushFunction(const QString &module, const QString &function, qsizetype start)
{
    skipBlanks();
    if (!m_cursor.take(u"/"))
        return m_cursor.fail(Code::BadFunction, start);
    skipBlanks();
    const std::optional<quint64> arity = readUnsigned(m_cursor);
    const bool short_ = module.size() <= MaxAtomCharacters && function.size() <= MaxAtomCharacters;
    if (!arity || *arity > 255 || !short_)
        return m_cursor.fail(Code::BadFunction, start);
    m_builder.exportedFunction({module, function, static_cast<quint32>(*arity)});
    return true;
}

} // namespace nodescope::term::detail
