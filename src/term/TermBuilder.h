#pragma once

#include <memory>

#include "term/Term.h"

namespace nodescope::term {

/// Builds one term in one arena, without a Term for each part. It works as a stack: values are pushed,
/// and a container takes the topmost ones, in the order in which they were pushed.
///
///     TermBuilder builder;
///     builder.atom(u"ok");
///     builder.integer(1);
///     builder.tuple(2);
///     const Term term = builder.take(); // {ok,1}
///
/// Misuse (too few values on the stack, an invalid part) makes the result invalid. Not thread-safe; the
/// term that it gives is.
class TermBuilder
{
public:
    TermBuilder();
    ~TermBuilder();
    TermBuilder(const TermBuilder &) = delete;
    TermBuilder &operator=(const TermBuilder &) = delete;

    void integer(qint64 value);
    void unsignedInteger(quint64 value);
    void bigInteger(bool negative, const QByteArray &magnitude);
    void real(double value);
    void atom(QStringView text);
    void atom(QLatin1String text);
    void boolean(bool value);
    void nil();
    void binary(const QByteArray &bytes);
    void utf8(QStringView text);
    void bitstring(const QByteArray &bytes, qsizetype bits);
    void charlist(QStringView text);
    void pid(const Pid &pid);
    void port(const Port &port);
    void reference(const Reference &reference);
    void exportedFunction(const ExportedFunction &function);
    /// A copy of `term`, whose large binaries are shared.
    void add(const Term &term);

    /// A proper list of the `size` topmost values; nil if 0.
    void list(qsizetype size);
    /// A list of `size` values and, topmost, its tail, which may be a list.
    void listWithTail(qsizetype size);
    void tuple(qsizetype size);
    /// `pairs` times key and value; of equal keys the last wins. Gives the number of pairs that remain.
    qsizetype map(qsizetype pairs);
    /// OTP 29's native record: module, name, then `fields` times field and value. False, and the result
    /// invalid, unless all names are atoms.
    bool record(qsizetype fields, bool exported);

    /// Values on the stack.
    [[nodiscard]] qsizetype depth() const;
    /// Cells taken so far: what Limits::values is compared with while parsing.
    [[nodiscard]] qsizetype cellCount() const;
    /// The one value on the stack; invalid unless there is exactly one. The builder is empty again.
    [[nodiscard]] Term take();
    /// The same, but the builder is of no more use: saves preparing it anew.
    [[nodiscard]] Term finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nodescope::term
