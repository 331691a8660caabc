#include "term/detail/BigInteger.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include <QtEndian>

namespace nodescope::term::detail {

namespace {

constexpr quint64 ChunkBase = 1'000'000'000;
constexpr int ChunkDigits = 9;

std::vector<quint32> limbsOf(QByteArrayView magnitude)
{
    std::vector<quint32> limbs(static_cast<std::size_t>((magnitude.size() + 3) / 4));
    for (qsizetype i = 0; i < magnitude.size(); ++i) {
        const auto byte = static_cast<quint32>(static_cast<uchar>(magnitude[i]));
        limbs[static_cast<std::size_t>(i / 4)] |= byte << (8 * (i % 4));
    }
    return limbs;
}

QByteArray bytesOf(const std::vector<quint32> &limbs)
{
    QByteArray bytes(static_cast<qsizetype>(limbs.size() * 4), Qt::Uninitialized);
    for (std::size_t i = 0; i < limbs.size(); ++i)
        qToLittleEndian(limbs[i], bytes.data() + i * 4);
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    return bytes;
}

/// limbs = limbs * factor + summand
void multiplyAdd(std::vector<quint32> &limbs, quint32 factor, quint32 summand)
{
    quint64 carry = summand;
    for (quint32 &limb : limbs) {
        carry += quint64(limb) * factor;
        limb = static_cast<quint32>(carry);
        carry >>= 32;
    }
    if (carry)
        limbs.push_back(static_cast<quint32>(carry));
}

std::optional<QByteArray> binaryMagnitude(QStringView digits, int bitsPerDigit)
{
    QByteArray bytes;
    bytes.reserve(digits.size() * bitsPerDigit / 8 + 1);
    quint32 pending = 0;
    int pendingBits = 0;
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        const int value = digitValue(digits[i]);
        if (value >= 1 << bitsPerDigit)
            return std::nullopt;
        pending |= static_cast<quint32>(value) << pendingBits;
        pendingBits += bitsPerDigit;
        for (; pendingBits >= 8; pendingBits -= 8, pending >>= 8)
            bytes.append(static_cast<char>(pending & 0xff));
    }
    bytes.append(static_cast<char>(pending));
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    return bytes;
}

} // namespace

Cell integerCell(bool negative, const uchar *magnitude, quint32 size)
{
    while (size > 0 && magnitude[size - 1] == 0)
        --size;
    if (size <= 8) {
        quint64 value = 0;
        for (quint32 i = size; i > 0; --i)
            value = value << 8 | magnitude[i - 1];
        const quint64 bound = quint64(std::numeric_limits<qint64>::max()) + (negative ? 1 : 0);
        if (value <= bound) {
            Cell cell{CellType::Integer};
            // Negated as unsigned, so that −2^63 is reached without overflow.
            cell.integer = static_cast<qint64>(negative ? 0 - value : value);
            return cell;
        }
    }
    Cell cell{CellType::BigInteger, static_cast<quint8>(negative), 0, size};
    cell.bytes = magnitude;
    return cell;
}

QString decimalDigits(QByteArrayView magnitude)
{
    std::vector<quint32> limbs = limbsOf(magnitude);
    std::vector<quint32> chunks; // lowest first
    while (!limbs.empty()) {
        quint64 remainder = 0;
        for (std::size_t i = limbs.size(); i > 0; --i) {
            remainder = remainder << 32 | limbs[i - 1];
            limbs[i - 1] = static_cast<quint32>(remainder / ChunkBase);
            remainder %= ChunkBase;
        }
        chunks.push_back(static_cast<quint32>(remainder));
        while (!limbs.empty() && limbs.back() == 0)
            limbs.pop_back();
    }
    if (chunks.empty())
        return QStringLiteral("0");
    QString text = QString::number(chunks.back());
    for (std::size_t i = chunks.size() - 1; i > 0; --i)
        text += QString::number(chunks[i - 1]).rightJustified(ChunkDigits, u'0');
    return text;
}

QString hexDigits(QByteArrayView magnitude)
{
    QByteArray bigEndian = magnitude.toByteArray();
    std::reverse(bigEndian.begin(), bigEndian.end());
    QString text = QString::fromLatin1(bigEndian.toHex().toUpper());
    qsizetype zeros = 0;
    while (zeros + 1 < text.size() && text[zeros] == u'0')
        ++zeros;
    return text.isEmpty() ? QStringLiteral("0") : text.mid(zeros);
}

int digitValue(QChar digit)
{
    const char16_t unit = digit.unicode();
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    if (unit >= u'a' && unit <= u'z')
        return unit - u'a' + 10;
    if (unit >= u'A' && unit <= u'Z')
        return unit - u'A' + 10;
    return 36;
}

std::optional<QByteArray> magnitudeOf(QStringView digits, int base)
{
    if (std::has_single_bit(static_cast<unsigned>(base)))
        return binaryMagnitude(digits, std::countr_zero(static_cast<unsigned>(base)));
    std::vector<quint32> limbs;
    quint32 factor = 1;
    quint32 chunk = 0;
    for (QChar digit : digits) {
        const int value = digitValue(digit);
        if (value >= base)
            return std::nullopt;
        chunk = chunk * static_cast<quint32>(base) + static_cast<quint32>(value);
        factor *= static_cast<quint32>(base);
        if (factor > std::numeric_limits<quint32>::max() / 36) {
            multiplyAdd(limbs, factor, chunk);
            factor = 1;
            chunk = 0;
        }
    }
    multiplyAdd(limbs, factor, chunk);
    return bytesOf(limbs);
}

int compareMagnitudes(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    for (qsizetype i = a.size(); i > 0; --i) {
        if (a[i - 1] != b[i - 1])
            return static_cast<uchar>(a[i - 1]) < static_cast<uchar>(b[i - 1]) ? -1 : 1;
    }
    return 0;
}

double toDouble(QByteArrayView magnitude)
{
    // The highest 64 bits decide; of the rest only whether it is zero matters for rounding.
    while (!magnitude.isEmpty() && magnitude.back() == '\0')
        magnitude.chop(1);
    if (magnitude.size() > 128)
        return std::numeric_limits<double>::infinity();
    const qsizetype low = std::max<qsizetype>(0, magnitude.size() - 8);
    quint64 high = 0;
    for (qsizetype i = magnitude.size(); i > low; --i)
        high = high << 8 | static_cast<uchar>(magnitude[i - 1]);
    int shift = static_cast<int>(low) * 8;
    if (low > 0) {
        const int room = std::countl_zero(high);
        const auto next = static_cast<uchar>(magnitude[low - 1]);
        high = high << room | (room ? static_cast<quint64>(next) >> (8 - room) : 0);
        shift -= room;
        const bool rest =
            (next & (0xff >> room)) != 0 ||
            std::any_of(magnitude.begin(), magnitude.begin() + (low - 1), [](char byte) { return byte; });
        high |= rest ? 1 : 0;
    }
    return std::ldexp(static_cast<double>(high), shift);
}

} // namespace nodescope::term::detail
