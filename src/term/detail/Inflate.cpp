#include "term/detail/Inflate.h"

#include <algorithm>

#include <zlib.h>

namespace nodescope::term::detail {

namespace {

constexpr qsizetype FirstBlock = 64 * 1024;

/// A zlib stream that is closed with its scope.
class Stream
{
public:
    explicit Stream(QByteArrayView input)
    {
        // zlib does not write to its input, it only lacks the const.
        z.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(input.data()));
        z.avail_in = static_cast<uInt>(input.size());
        ready = inflateInit(&z) == Z_OK;
    }
    ~Stream() { inflateEnd(&z); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    z_stream z{};
    bool ready = false;
};

} // namespace

base::Result<Inflated, DecodeError::Code> inflate(QByteArrayView input, quint32 stated, const Limits &limits)
{
    using Code = DecodeError::Code;
    if (stated > limits.inflatedBytes)
        return base::Failure{Code::InflatedTooLarge};
    Stream stream(input);
    if (!stream.ready)
        return base::Failure{Code::BadCompression};
    Inflated result;
    int status = Z_OK;
    while (status == Z_OK) {
        const qsizetype used = result.bytes.size();
        // One byte beyond what is stated shows that there is more.
        const qsizetype room = std::min<qsizetype>(std::max(used, FirstBlock), qsizetype(stated) + 1 - used);
        if (room == 0)
            return base::Failure{Code::InflatedSizeMismatch};
        result.bytes.resize(used + room);
        stream.z.next_out = reinterpret_cast<Bytef *>(result.bytes.data() + used);
        stream.z.avail_out = static_cast<uInt>(room);
        status = ::inflate(&stream.z, Z_NO_FLUSH);
        result.bytes.resize(used + room - static_cast<qsizetype>(stream.z.avail_out));
    }
    if (status == Z_BUF_ERROR)
        return base::Failure{Code::Truncated};
    if (status != Z_STREAM_END)
        return base::Failure{Code::BadCompression};
    if (result.bytes.size() != qsizetype(stated))
        return base::Failure{Code::InflatedSizeMismatch};
    result.consumed = static_cast<qsizetype>(stream.z.total_in);
    return result;
}

} // namespace nodescope::term::detail
