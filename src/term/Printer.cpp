#include "term/Printer.h"

#include "term/detail/PrinterMachine.h"

namespace nodescope::term {

Printed print(const Term &term, const PrintOptions &options)
{
    detail::PrinterMachine machine(detail::Access::storage(term), options);
    return machine.run(detail::Access::cell(term));
}

QString toErlang(const Term &term, qsizetype maxCharacters)
{
    PrintOptions options;
    options.maxCharacters = maxCharacters;
    return print(term, options).text;
}

QString toElixir(const Term &term, qsizetype maxCharacters)
{
    PrintOptions options;
    options.syntax = Syntax::Elixir;
    options.maxCharacters = maxCharacters;
    return print(term, options).text;
}

QDebug operator<<(QDebug debug, const Term &term)
{
    constexpr qsizetype Longest = 1000;
    const QDebugStateSaver saver(debug);
    debug.noquote() << toErlang(term, Longest);
    return debug;
}

} // namespace nodescope::term
