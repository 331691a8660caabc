#include "term/Encoder.h"

#include <zlib.h>

#include "term/Tags.h"
#include "term/detail/EncoderMachine.h"

namespace nodescope::term {

namespace {

/// `131 80 size zlib` in place of the plain form that begins at `start`, if that is shorter.
void compressFrom(QByteArray &out, qsizetype start, int level)
{
    constexpr qsizetype Header = 6;
    const auto *plain = reinterpret_cast<const Bytef *>(out.constData() + start + 1);
    const auto plainSize = static_cast<uLong>(out.size() - start - 1);
    uLongf size = compressBound(plainSize);
    QByteArray packed(Header + static_cast<qsizetype>(size), Qt::Uninitialized);
    auto *bytes = reinterpret_cast<uchar *>(packed.data());
    if (compress2(bytes + Header, &size, plain, plainSize, level) != Z_OK)
        return;
    if (Header + static_cast<qsizetype>(size) >= out.size() - start)
        return;
    bytes[0] = Tag::Version;
    bytes[1] = Tag::Compressed;
    qToBigEndian(static_cast<quint32>(plainSize), bytes + 2);
    out.truncate(start);
    out.append(packed.constData(), Header + static_cast<qsizetype>(size));
}

} // namespace

void encodeTo(QByteArray &out, const Term &term, const EncodeOptions &options)
{
    if (!term.isValid())
        return;
    const qsizetype start = out.size();
    {
        detail::EncoderMachine machine(out, detail::Access::storage(term), options.references);
        if (options.versionByte)
            machine.byte(Tag::Version);
        machine.run(detail::Access::cell(term));
    }
    if (options.versionByte && options.compression > 0)
        compressFrom(out, start, options.compression);
}

QByteArray encode(const Term &term, const EncodeOptions &options)
{
    QByteArray out;
    encodeTo(out, term, options);
    return out;
}

} // namespace nodescope::term
