#include "term/TermDiff.h"

#include <algorithm>

#include <QHash>

namespace nodescope::term {

namespace {

constexpr qsizetype AskEvery = 4096;

/// Two values that stand at corresponding places.
struct Pair
{
    Term left;
    Term right;
    int parent = -1; ///< in Comparer::m_steps
    qsizetype leftPart = 0;
    qsizetype rightPart = 0;
};

/// How a pair of containers was come to: paths are made of these only when somebody needs one.
struct Step
{
    int parent = -1;
    qsizetype leftPart = 0;
    qsizetype rightPart = 0;
};

class Comparer
{
public:
    explicit Comparer(const DiffOptions &options)
        : m_options(options)
    {
    }

    TermDiff run(const Term &left, const Term &right)
    {
        m_open.push_back({left, right});
        for (qsizetype count = 1; !m_open.empty() && !m_result.truncated; ++count) {
            if (count % AskEvery == 0 && m_options.goOn && !m_options.goOn()) {
                m_result.cancelled = true;
                break;
            }
            const Pair pair = std::move(m_open.back());
            m_open.pop_back();
            compare(pair);
        }
        return std::move(m_result);
    }

private:
    using Kind = TermDifference::Kind;

    void compare(const Pair &pair)
    {
        const Term &left = pair.left;
        const Term &right = pair.right;
        const bool sameShape = left.kind() == right.kind() && partCount(left) > 0 && partCount(right) > 0;
        if (!sameShape || left.kind() == term::Kind::Fun) {
            if (left != right)
                tell(Kind::Changed, pair);
            return;
        }
        switch (left.kind()) {
        case term::Kind::Tuple:
            if (left.size() != right.size())
                return tell(Kind::Changed, pair);
            return elements(pair, 0, left.size(), right.size());
        case term::Kind::List:
            return lists(pair);
        case term::Kind::Record:
            return sameFields(left, right) ? fields(pair) : tell(Kind::Changed, pair);
        default:
            return pairs(pair);
        }
    }

    void lists(const Pair &pair)
    {
        const qsizetype left = partCount(pair.left);
        const qsizetype right = partCount(pair.right);
        if (left == right && pair.left.size() == pair.right.size())
            return elements(pair, 0, left, right);
        qsizetype begin = 0;
        while (begin < std::min(left, right) && partAt(pair.left, begin) == partAt(pair.right, begin))
            ++begin;
        qsizetype end = 0;
        while (end < std::min(left, right) - begin &&
               partAt(pair.left, left - 1 - end) == partAt(pair.right, right - 1 - end))
            ++end;
        elements(pair, begin, left - end, right - end);
    }

    /// Parts from `begin` on, one by one; what one of them has more stands on its own.
    void elements(const Pair &pair, qsizetype begin, qsizetype leftEnd, qsizetype rightEnd)
    {
        const int step = enter(pair);
        const qsizetype both = std::min(leftEnd, rightEnd);
        for (qsizetype i = rightEnd - 1; i >= both; --i)
            m_open.push_back({Term(), partAt(pair.right, i), step, -1, i});
        for (qsizetype i = leftEnd - 1; i >= both; --i)
            m_open.push_back({partAt(pair.left, i), Term(), step, i, -1});
        for (qsizetype i = both - 1; i >= begin; --i)
            m_open.push_back({partAt(pair.left, i), partAt(pair.right, i), step, i, i});
    }

    [[nodiscard]] static bool sameFields(const Term &left, const Term &right)
    {
        if (left.recordName() != right.recordName() || left.module() != right.module() ||
            left.size() != right.size() || left.isExportedRecord() != right.isExportedRecord())
            return false;
        for (qsizetype i = 0; i < left.size(); ++i) {
            if (left.keyAt(i) != right.keyAt(i))
                return false;
        }
        return true;
    }

    void fields(const Pair &pair)
    {
        const int step = enter(pair);
        for (qsizetype i = pair.left.size() - 1; i >= 0; --i)
            m_open.push_back({pair.left.valueAt(i), pair.right.valueAt(i), step, 2 * i + 1, 2 * i + 1});
    }

    void pairs(const Pair &pair)
    {
        const int step = enter(pair);
        QHash<Term, qsizetype> there;
        for (qsizetype i = 0; i < pair.right.size(); ++i)
            there.insert(pair.right.keyAt(i), i);
        std::vector<Pair> found;
        for (qsizetype i = 0; i < pair.left.size(); ++i) {
            const auto it = there.find(pair.left.keyAt(i));
            if (it == there.end()) {
                found.push_back({pair.left.valueAt(i), Term(), step, 2 * i + 1, -1});
                continue;
            }
            found.push_back({pair.left.valueAt(i), pair.right.valueAt(*it), step, 2 * i + 1, 2 * *it + 1});
            there.erase(it);
        }
        for (qsizetype i = 0; i < pair.right.size() && !there.isEmpty(); ++i) {
            if (there.contains(pair.right.keyAt(i)))
                found.push_back({Term(), pair.right.valueAt(i), step, -1, 2 * i + 1});
        }
        m_open.insert(m_open.end(), std::make_move_iterator(found.rbegin()),
                      std::make_move_iterator(found.rend()));
    }

    [[nodiscard]] int enter(const Pair &pair)
    {
        m_steps.push_back({pair.parent, pair.leftPart, pair.rightPart});
        return static_cast<int>(m_steps.size()) - 1;
    }

    void tell(Kind kind, const Pair &pair)
    {
        if (m_result.differences.size() == m_options.most) {
            m_result.truncated = true;
            return;
        }
        if (pair.parent >= 0)
            kind = pair.leftPart < 0 ? Kind::OnlyRight : pair.rightPart < 0 ? Kind::OnlyLeft : kind;
        TermDifference difference;
        difference.kind = kind;
        Step at{pair.parent, pair.leftPart, pair.rightPart};
        while (at.parent >= 0) {
            if (at.leftPart >= 0)
                difference.left.append(at.leftPart);
            if (at.rightPart >= 0)
                difference.right.append(at.rightPart);
            at = m_steps[static_cast<std::size_t>(at.parent)];
        }
        std::reverse(difference.left.begin(), difference.left.end());
        std::reverse(difference.right.begin(), difference.right.end());
        m_result.differences.push_back(std::move(difference));
    }

    const DiffOptions &m_options;
    std::vector<Pair> m_open;
    std::vector<Step> m_steps;
    TermDiff m_result;
};

} // namespace

TermDiff difference(const Term &left, const Term &right, const DiffOptions &options)
{
    return Comparer(options).run(left, right);
}

} // namespace nodescope::term
