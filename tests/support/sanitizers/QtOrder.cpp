// For the thread sanitizer alone: makes it see in what order Qt's queues and pools hand things from one
// thread to another. Qt as distributions build it is not instrumented, and its locks are made of atomics and
// futexes, so each value that goes to another thread by QMetaObject::invokeMethod() or QtConcurrent::run()
// looks like a race.
//
// These functions of Qt stand here once more, in the program itself, where our code finds them first. Each
// does what the library's does, and says before and after what is ordered by it: what was done before
// something was handed over is done before it is used. What is not handed over, but shared, is reported as
// ever.
//
// This file is compiled without the sanitizer. The symbols' names are those of Qt 6.4 to 6.6 on 64 bits.

#include <functional>

#include <dlfcn.h>

#include <QFutureInterface>
#include <QMetaObject>
#include <QObject>
#include <QRunnable>
#include <QThreadPool>

extern "C" void __tsan_acquire(void *address);
extern "C" void __tsan_release(void *address);

namespace {

template<class Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// A call that was queued. Owned as Qt owns the one that it stands for.
class QueuedCall final : public QtPrivate::QSlotObjectBase
{
public:
    explicit QueuedCall(QtPrivate::QSlotObjectBase *call)
        : QSlotObjectBase(&QueuedCall::run)
        , m_call(call)
    {
        __tsan_release(m_call);
    }

private:
    static void run(int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *)
    {
        auto *queued = static_cast<QueuedCall *>(self);
        __tsan_acquire(queued->m_call);
        if (which == Call) {
            queued->m_call->call(receiver, arguments);
            // For who waits until it is done, and for who deletes it, which need not be this thread.
            __tsan_release(receiver);
            __tsan_release(queued->m_call);
        } else if (which == Destroy) {
            queued->m_call->destroyIfLastRef();
            delete queued;
        }
    }

    QSlotObjectBase *m_call;
};

/// Something for a pool. Deletes itself, and the other one if that would.
class PooledRun final : public QRunnable
{
public:
    explicit PooledRun(QRunnable *what)
        : m_what(what)
    {
        __tsan_release(m_what);
    }
    void run() override
    {
        __tsan_acquire(m_what);
        const bool ours = m_what->autoDelete();
        m_what->run();
        if (ours)
            delete m_what;
    }

private:
    QRunnable *m_what;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *call, Qt::ConnectionType type,
                                   void *result)
{
    using Invoke = bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
    static const auto invoke = real<Invoke>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    const bool done = invoke(object, new QueuedCall(call), type, result);
    if (type == Qt::BlockingQueuedConnection)
        __tsan_acquire(object);
    return done;
}

void QThreadPool::start(QRunnable *what, int priority)
{
    using Start = void (*)(QThreadPool *, QRunnable *, int);
    static const auto begin = real<Start>("_ZN11QThreadPool5startEP9QRunnablei");
    begin(this, new PooledRun(what), priority);
}

void QThreadPool::start(std::function<void()> what, int priority)
{
    using Start = void (*)(QThreadPool *, std::function<void()>, int);
    static const auto begin = real<Start>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    auto *held = new std::function<void()>(std::move(what));
    __tsan_release(held);
    begin(
        this,
        [held] {
            __tsan_acquire(held);
            (*held)();
            delete held;
        },
        priority);
}

void QFutureInterfaceBase::reportFinished()
{
    using Report = void (*)(QFutureInterfaceBase *);
    static const auto report = real<Report>("_ZN20QFutureInterfaceBase14reportFinishedEv");
    __tsan_release(&mutex()); // one for all who hold the same future
    report(this);
}

void QFutureInterfaceBase::waitForResult(int index)
{
    using Wait = void (*)(QFutureInterfaceBase *, int);
    static const auto wait = real<Wait>("_ZN20QFutureInterfaceBase13waitForResultEi");
    wait(this, index);
    __tsan_acquire(&mutex());
}
