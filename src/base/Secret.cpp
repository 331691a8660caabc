#include "base/Secret.h"

#include <cstring>
#include <vector>

namespace nodescope::base {

struct Secret::Buffer
{
    explicit Buffer(QByteArrayView bytes)
        : data(bytes.begin(), bytes.end())
    {
    }
    ~Buffer() { wipe(data.data(), data.size()); }
    Q_DISABLE_COPY_MOVE(Buffer)

    std::vector<char> data;
};

Secret::Secret(QByteArrayView bytes)
    : m_buffer(std::make_shared<Buffer>(bytes))
{
}

QByteArrayView Secret::reveal() const
{
    return m_buffer ? QByteArrayView(m_buffer->data.data(), qsizetype(m_buffer->data.size()))
                    : QByteArrayView();
}

bool Secret::equals(const Secret &other) const
{
    return isNull() == other.isNull() && equalInConstantTime(reveal(), other.reveal());
}

void wipe(void *data, std::size_t size)
{
    auto *bytes = static_cast<volatile char *>(data);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = 0;
}

void wipe(QByteArray &bytes)
{
    wipe(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= unsigned(quint8(a[i]) ^ quint8(b[i]));
    return difference == 0;
}

QDebug operator<<(QDebug debug, const Secret &secret)
{
    QDebugStateSaver saver(debug);
    return debug.nospace().noquote() << (secret.isNull() ? "Secret()" : "Secret(hidden)");
}

} // namespace nodescope::base
