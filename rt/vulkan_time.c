/* vulkan_time.c - how long a step takes: each of its launches alone, or all of it.
 *
 * Timestamps stand in recordings of their own, so that ordinary runs do not pay for them. A device
 * without timestamps is measured by the host's clock.
 */
#include "rt/vulkan.h"

#include <stdlib.h>
#include <time.h>

static ts_vk_step *step_of(ts_step *s)
{
    return (ts_vk_step *)(void *)s;
}

void ts_vk_stamped_free(ts_vk_device *dev, ts_vk_stamped *t)
{
    const ts_vk_api *vk = &dev->in.vk;
    if (t->commands) vk->FreeCommandBuffers(dev->handle, dev->pool, 1, &t->commands);
    if (t->stamps) vk->DestroyQueryPool(dev->handle, t->stamps, NULL);
    *t = (ts_vk_stamped){VK_NULL_HANDLE, VK_NULL_HANDLE};
}

/* ---- recording ---- */

static void stamp(ts_vk_device *dev, const ts_vk_stamped *t, uint32_t i)
{
    dev->in.vk.CmdWriteTimestamp(t->commands, VK_PIPELINE_STAGE_BOTTOM_OF_PIPE_BIT, t->stamps, i);
}

static int add_each(ts_vk_device *dev, const ts_vk_step *s, ts_error *err)
{
    for (uint32_t i = 0; i < (uint32_t)s->head.n; i++) {
        if (ts_vk_add(dev, s, i, s->each.commands, err)) return -1;
        ts_vk_barrier_compute(dev, s->each.commands);
        stamp(dev, &s->each, i + 1);
    }
    return 0;
}

/* A stamp at the bottom of the pipe waits for all commands before it. */
static int add_whole(ts_vk_device *dev, const ts_vk_step *s, ts_error *err)
{
    if (ts_vk_add_all(dev, s, s->whole.commands, err)) return -1;
    stamp(dev, &s->whole, 1);
    return 0;
}

static int record(ts_vk_device *dev, ts_vk_step *s, ts_vk_stamped *t, ts_error *err)
{
    uint32_t n = t == &s->each ? (uint32_t)s->head.n + 1 : 2;
    VkQueryPoolCreateInfo info = {.sType = VK_STRUCTURE_TYPE_QUERY_POOL_CREATE_INFO,
                                  .queryType = VK_QUERY_TYPE_TIMESTAMP,
                                  .queryCount = n};
    if (ts_vk_commands(dev, &t->commands, err)) return -1;
    VkResult r = dev->in.vk.CreateQueryPool(dev->handle, &info, NULL, &t->stamps);
    if (r) return ts_vk_fail(dev, r, "no timestamps", err);
    if (ts_vk_begin(dev, t->commands, err)) return -1;
    dev->in.vk.CmdResetQueryPool(t->commands, t->stamps, 0, n);
    ts_vk_barrier_before(dev, t->commands);
    stamp(dev, t, 0);
    if (t == &s->each ? add_each(dev, s, err) : add_whole(dev, s, err)) return -1;
    ts_vk_barrier_host(dev, t->commands);
    return ts_vk_end(dev, t->commands, err);
}

/* ---- reading ---- */

/* Seconds between each of n + 1 stamps and the next, which have stamp_bits valid bits and may wrap. */
static int read_stamps(ts_vk_device *dev, const ts_vk_stamped *t, size_t n, double *seconds,
                       ts_error *err)
{
    uint64_t *at = calloc(n + 1, sizeof *at);
    if (!at) return ts_fail(err, "no memory for %zu timestamps", n + 1);
    VkResult r = dev->in.vk.GetQueryPoolResults(dev->handle, t->stamps, 0, (uint32_t)n + 1,
                                                (n + 1) * sizeof *at, at, sizeof *at,
                                                VK_QUERY_RESULT_64_BIT | VK_QUERY_RESULT_WAIT_BIT);
    uint64_t mask =
        dev->gpu.stamp_bits < 64 ? (UINT64_C(1) << dev->gpu.stamp_bits) - 1 : ~UINT64_C(0);
    double tick = (double)dev->gpu.prop.limits.timestampPeriod * 1e-9;
    for (size_t i = 0; i < n && !r; i++) seconds[i] = (double)((at[i + 1] - at[i]) & mask) * tick;
    free(at);
    return r ? ts_vk_fail(dev, r, "no timestamps", err) : 0;
}

/* Half a recording must not be submitted by the next call. */
static int run_stamped(ts_vk_device *dev, ts_vk_step *s, ts_vk_stamped *t, double *seconds,
                       ts_error *err)
{
    if (!t->stamps && record(dev, s, t, err)) {
        ts_vk_stamped_free(dev, t);
        return -1;
    }
    if (ts_vk_submit_and_wait(dev, t->commands, err)) return -1;
    return read_stamps(dev, t, t == &s->each ? s->head.n : 1, seconds, err);
}

/* ---- by the host ---- */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int run_by_host(ts_vk_device *dev, VkCommandBuffer commands, double *seconds, ts_error *err)
{
    double start = now();
    if (ts_vk_submit_and_wait(dev, commands, err)) return -1;
    *seconds = now() - start;
    return 0;
}

/* A submission per launch. */
static int time_by_host(ts_vk_device *dev, ts_vk_step *s, double *seconds, ts_error *err)
{
    VkCommandBuffer *to = &s->each.commands;
    if (!*to && ts_vk_commands(dev, to, err)) return -1;
    for (size_t i = 0; i < s->head.n; i++) {
        if (ts_vk_begin(dev, *to, err)) return -1;
        ts_vk_barrier_before(dev, *to);
        if (ts_vk_add(dev, s, i, *to, err)) return -1;
        ts_vk_barrier_host(dev, *to);
        if (ts_vk_end(dev, *to, err) || run_by_host(dev, *to, &seconds[i], err)) return -1;
    }
    return 0;
}

/* ---- the driver's functions ---- */

int ts_vk_time(ts_step *step, double *seconds, ts_error *err)
{
    ts_vk_step *s = step_of(step);
    ts_vk_device *dev = ts_vk_of(step->device);
    if (ts_vk_wait(dev, err)) return -1;
    if (!dev->timestamps) return time_by_host(dev, s, seconds, err);
    return run_stamped(dev, s, &s->each, seconds, err);
}

int ts_vk_elapsed(ts_step *step, double *seconds, bool *by_device, ts_error *err)
{
    ts_vk_step *s = step_of(step);
    ts_vk_device *dev = ts_vk_of(step->device);
    *by_device = dev->timestamps;
    if (ts_vk_wait(dev, err)) return -1;
    if (!dev->timestamps) return run_by_host(dev, s->commands, seconds, err);
    return run_stamped(dev, s, &s->whole, seconds, err);
}
