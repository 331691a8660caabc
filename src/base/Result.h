#pragma once

#include <utility>
#include <variant>

#include <QtGlobal>

namespace nodescope::base {

/// An error on its way into a Result, so that a value and an error of one type stay apart.
template<class E>
struct Failure
{
    E error;
};

template<class E>
Failure(E) -> Failure<E>;

/// Either a value or a typed error. Every function of the project that can fail for reasons outside
/// the program returns one; nothing throws. (std::expected is C++23.)
///
/// Not thread-safe, like any value. Reading the side that is not held is a defect of the caller and
/// asserts.
template<class T, class E>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    template<class F>
    Result(Failure<F> failure)
        : m_state(std::in_place_index<1>, std::move(failure.error))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T &value() &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T &&value() &&
    {
        Q_ASSERT(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    [[nodiscard]] const E &error() const
    {
        Q_ASSERT(!ok());
        return *std::get_if<1>(&m_state);
    }

    [[nodiscard]] T valueOr(T other) const { return ok() ? value() : std::move(other); }

private:
    std::variant<T, E> m_state;
};

/// A Result without a value: either done, or a typed error.
template<class E>
using Status = Result<std::monostate, E>;

} // namespace nodescope::base
