#include "dist/StackTrace.h"

namespace nodescope::dist {

using term::Term;

namespace {

// `[{file, "lists.erl"}, {line, 12}, {error_info, #{}}]`
void readLocation(const Term &location, StackFrame &frame)
{
    for (const Term &item : location.elements()) {
        if (!item.isTuple(2))
            continue;
        if (item.at(0).isAtom(QLatin1String("file")))
            frame.file = item.at(1).toText().value_or(QString());
        else if (item.at(0).isAtom(QLatin1String("line")))
            frame.line = int(item.at(1).toInteger().value_or(0));
        else if (item.at(0).isAtom(QLatin1String("error_info")))
            frame.extra = item.at(1);
    }
}

void readArity(const Term &arity, StackFrame &frame)
{
    if (arity.isProperList()) {
        frame.arity = arity.size();
        frame.arguments = arity;
    } else {
        frame.arity = qsizetype(arity.toInteger().value_or(0));
    }
}

std::optional<StackFrame> frameOf(const Term &entry)
{
    StackFrame frame;
    if (entry.isTuple(4) && entry.at(0).isAtom() && entry.at(1).isAtom()) {
        frame.module = entry.at(0).atomText();
        frame.function = entry.at(1).atomText();
        readArity(entry.at(2), frame);
        readLocation(entry.at(3), frame);
        return frame;
    }
    if (!entry.isTuple(3))
        return std::nullopt;
    readArity(entry.at(1), frame);
    readLocation(entry.at(2), frame);
    return frame;
}

} // namespace

std::vector<StackFrame> stackTrace(const Term &stack)
{
    std::vector<StackFrame> frames;
    for (const Term &entry : stack.elements()) {
        if (const auto frame = frameOf(entry))
            frames.push_back(*frame);
    }
    return frames;
}

} // namespace nodescope::dist
