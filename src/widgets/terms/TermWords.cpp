#include "widgets/terms/TermWords.h"

#include <algorithm>
#include <limits>

#include <QCoreApplication>
#include <QLocale>

namespace nodescope::widgets {

using term::Kind;
using term::Term;

namespace {

class TermText
{
    Q_DECLARE_TR_FUNCTIONS(TermWords)
};

int whole(qsizetype count)
{
    return static_cast<int>(std::min<qsizetype>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString kindText(const Term &value)
{
    switch (value.kind()) {
    case Kind::Integer:
        return TermText::tr("integer");
    case Kind::BigInteger:
        return TermText::tr("large integer, %n byte(s)", nullptr, whole(value.magnitude().size()));
    case Kind::Float:
        return TermText::tr("float");
    case Kind::Atom:
        return TermText::tr("atom");
    case Kind::Nil:
        return TermText::tr("empty list");
    case Kind::List:
        return value.listTail().isNil() ? TermText::tr("list of %n", nullptr, whole(value.size()))
                                        : TermText::tr("improper list of %n", nullptr, whole(value.size()));
    case Kind::Tuple:
        return TermText::tr("tuple of %n", nullptr, whole(value.size()));
    case Kind::Map:
        return TermText::tr("map of %n", nullptr, whole(value.size()));
    case Kind::Binary:
        return TermText::tr("binary, %n byte(s)", nullptr, whole(value.size()));
    case Kind::Bitstring:
        return TermText::tr("bitstring, %n bit(s)", nullptr, whole(value.bitSize()));
    case Kind::Pid:
        return TermText::tr("pid");
    case Kind::Port:
        return TermText::tr("port");
    case Kind::Reference:
        return TermText::tr("reference");
    case Kind::Fun:
    case Kind::Export:
        return TermText::tr("function");
    case Kind::Record:
        return TermText::tr("record of %n", nullptr, whole(value.size()));
    case Kind::Invalid:
        break;
    }
    return {};
}

QString sentenceFor(const term::DecodeError &error)
{
    return TermText::tr("These bytes are no term: at byte %1, %2.")
        .arg(QLocale().toString(error.offset), QString(codeName(error.code)).replace(u'_', u' '));
}

QString rangeText(const term::ByteRange &range, qsizetype size)
{
    const QLocale locale;
    if (range.size == 1)
        return TermText::tr("byte %1 of %2").arg(locale.toString(range.offset), locale.toString(size));
    return TermText::tr("bytes %1 to %2 of %3")
        .arg(locale.toString(range.offset), locale.toString(range.offset + range.size - 1),
             locale.toString(size));
}

QString wordFor(term::TermDifference::Kind kind)
{
    using DifferenceKind = term::TermDifference::Kind;
    switch (kind) {
    case DifferenceKind::Changed:
        return TermText::tr("changed");
    case DifferenceKind::OnlyLeft:
        return TermText::tr("only left");
    case DifferenceKind::OnlyRight:
        return TermText::tr("only right");
    }
    return {};
}

} // namespace nodescope::widgets
