/* here.h - wraps each call of tile.h so that the op it makes knows its source line.
 *
 * ts_x(...) becomes ts_x_at(file, line, ...), a function here that tells the place and then calls
 * ts_x itself. The arguments have been evaluated by then, so a call or a helper among them, which
 * tells places of its own, cannot leave its line on this op, in whatever order a compiler takes
 * arguments. A function-like macro is not expanded inside itself: (ts_x)(...) is the plain function.
 * A call that goes over several lines is on the one that the compiler's __LINE__ says. */
#ifndef TESSERA_HERE_H
#define TESSERA_HERE_H

/* Definitions by number of parameters, which have these types; TS_DO gives no result. */
#define TS_AT1(result, name, A)                                                                    \
    static inline result name##_at(const char *file, int line, A a)                                \
    {                                                                                              \
        ts_here(file, line);                                                                       \
        return (name)(a);                                                                          \
    }
#define TS_AT2(result, name, A, B)                                                                 \
    static inline result name##_at(const char *file, int line, A a, B b)                           \
    {                                                                                              \
        ts_here(file, line);                                                                       \
        return (name)(a, b);                                                                       \
    }
#define TS_AT3(result, name, A, B, C)                                                              \
    static inline result name##_at(const char *file, int line, A a, B b, C c)                      \
    {                                                                                              \
        ts_here(file, line);                                                                       \
        return (name)(a, b, c);                                                                    \
    }
#define TS_AT4(result, name, A, B, C, D)                                                           \
    static inline result name##_at(const char *file, int line, A a, B b, C c, D d)                 \
    {                                                                                              \
        ts_here(file, line);                                                                       \
        return (name)(a, b, c, d);                                                                 \
    }
#define TS_AT5(result, name, A, B, C, D, E)                                                        \
    static inline result name##_at(const char *file, int line, A a, B b, C c, D d, E e)            \
    {                                                                                              \
        ts_here(file, line);                                                                       \
        return (name)(a, b, c, d, e);                                                              \
    }
#define TS_AT6(result, name, A, B, C, D, E, F)                                                     \
    static inline result name##_at(const char *file, int line, A a, B b, C c, D d, E e, F f)       \
    {                                                                                              \
        ts_here(file, line);                                                                       \
        return (name)(a, b, c, d, e, f);                                                           \
    }
#define TS_AT7(result, name, A, B, C, D, E, F, G)                                                  \
    static inline result name##_at(const char *file, int line, A a, B b, C c, D d, E e, F f, G g)  \
    {                                                                                              \
        ts_here(file, line);                                                                       \
        return (name)(a, b, c, d, e, f, g);                                                        \
    }
#define TS_DO2(name, A, B)                                                                         \
    static inline void name##_at(const char *file, int line, A a, B b)                             \
    {                                                                                              \
        ts_here(file, line);                                                                       \
        (name)(a, b);                                                                              \
    }
#define TS_DO3(name, A, B, C)                                                                      \
    static inline void name##_at(const char *file, int line, A a, B b, C c)                        \
    {                                                                                              \
        ts_here(file, line);                                                                       \
        (name)(a, b, c);                                                                           \
    }
#define TS_DO4(name, A, B, C, D)                                                                   \
    static inline void name##_at(const char *file, int line, A a, B b, C c, D d)                   \
    {                                                                                              \
        ts_here(file, line);                                                                       \
        (name)(a, b, c, d);                                                                        \
    }

/* clang-format off */
#define TS_HERE1(name) TS_AT1(ts_val, name, ts_val)
#define TS_HERE2(name) TS_AT2(ts_val, name, ts_val, ts_val)
#define TS_HERE3(name) TS_AT3(ts_val, name, ts_val, ts_val, ts_val)
TS_ELEMENTWISE(TS_HERE1, TS_HERE2, TS_HERE3)
TS_AT2(ts_val, ts_size, ts_kern *, const char *)
TS_AT5(ts_view, ts_arg1, ts_kern *, ts_mode, const char *, ts_dtype, ts_val)
TS_AT6(ts_view, ts_arg2, ts_kern *, ts_mode, const char *, ts_dtype, ts_val, ts_val)
TS_AT7(ts_view, ts_arg3, ts_kern *, ts_mode, const char *, ts_dtype, ts_val, ts_val, ts_val)
TS_AT2(ts_val, ts_program, ts_val, int)
TS_AT2(ts_view, ts_row, ts_view, ts_val)
TS_AT5(ts_view, ts_part, ts_view, int, ts_val, ts_val, int)
TS_AT1(ts_view, ts_swap, ts_view)
TS_AT2(ts_val, ts_at, ts_view, ts_val)
TS_AT3(ts_val, ts_load, ts_view, ts_val, int)
TS_AT5(ts_val, ts_load2, ts_view, ts_val, ts_val, int, int)
TS_AT2(ts_val, ts_gather, ts_view, ts_val)
TS_AT4(ts_val, ts_gather2, ts_view, ts_val, ts_val, int)
TS_DO3(ts_store, ts_view, ts_val, ts_val)
TS_DO4(ts_store2, ts_view, ts_val, ts_val, ts_val)
TS_DO3(ts_scatter, ts_view, ts_val, ts_val)
TS_DO4(ts_scatter2, ts_view, ts_val, ts_val, ts_val)
TS_AT3(ts_val, ts_const, ts_kern *, ts_dtype, double)
TS_AT2(ts_val, ts_i32, ts_kern *, int)
TS_AT2(ts_val, ts_f32, ts_kern *, double)
TS_AT2(ts_val, ts_iota, ts_kern *, int)
TS_AT2(ts_val, ts_cast, ts_val, ts_dtype)
TS_AT2(ts_val, ts_bits, ts_val, ts_dtype)
TS_AT3(ts_val, ts_select, ts_val, ts_val, ts_val)
TS_AT2(ts_val, ts_splat1, ts_val, int)
TS_AT3(ts_val, ts_splat2, ts_val, int, int)
TS_AT2(ts_val, ts_reshape1, ts_val, int)
TS_AT3(ts_val, ts_reshape2, ts_val, int, int)
TS_AT1(ts_val, ts_col, ts_val)
TS_AT4(ts_val, ts_slice, ts_val, int, int, int)
TS_AT3(ts_val, ts_concat, ts_val, ts_val, int)
TS_AT1(ts_val, ts_transpose, ts_val)
TS_AT2(ts_val, ts_repeat, ts_val, int)
TS_AT2(ts_val, ts_sum, ts_val, int)
TS_AT2(ts_val, ts_amax, ts_val, int)
TS_AT2(ts_val, ts_amin, ts_val, int)
TS_AT2(ts_val, ts_argmax, ts_val, int)
TS_AT2(ts_val, ts_argmin, ts_val, int)
TS_AT2(ts_val, ts_scan, ts_val, int)
TS_AT3(ts_val, ts_dot, ts_val, ts_val, ts_val)
TS_AT3(ts_val, ts_dot_t, ts_val, ts_val, ts_val)
TS_AT1(ts_var, ts_var0, ts_val)
TS_AT2(ts_var, ts_var1, ts_val, int)
TS_AT3(ts_var, ts_var2, ts_val, int, int)
TS_AT1(ts_val, ts_get, ts_var)
TS_DO2(ts_set, ts_var, ts_val)
TS_AT3(ts_loop, ts_range, ts_val, ts_val, int)
TS_AT2(ts_loop, ts_upto, ts_val, int)
TS_AT2(ts_val, ts_gt, ts_val, ts_val)
TS_AT2(ts_val, ts_ge, ts_val, ts_val)
TS_AT2(ts_val, ts_addk, ts_val, double)
TS_AT2(ts_val, ts_mulk, ts_val, double)
TS_AT1(ts_val, ts_sigmoid, ts_val)
TS_AT1(ts_val, ts_silu, ts_val)
TS_AT2(ts_val, ts_ceil_div, ts_val, int)
TS_AT3(ts_val, ts_loadf, ts_view, ts_val, int)
TS_AT5(ts_val, ts_loadf2, ts_view, ts_val, ts_val, int, int)
TS_AT3(ts_val, ts_top, ts_val, int, ts_val *)
TS_AT2(ts_val, ts_histogram, ts_val, int)
TS_AT3(ts_val, ts_segment_sum, ts_val, ts_val, int)
TS_AT1(ts_val, ts_rank, ts_val)
TS_AT4(ts_val, ts_top_of, ts_view, ts_val, int, ts_val *)
/* clang-format on */
#undef TS_AT1
#undef TS_AT2
#undef TS_AT3
#undef TS_AT4
#undef TS_AT5
#undef TS_AT6
#undef TS_AT7
#undef TS_DO2
#undef TS_DO3
#undef TS_DO4

#define ts_size(...)        ts_size_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_arg1(...)        ts_arg1_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_arg2(...)        ts_arg2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_arg3(...)        ts_arg3_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_program(...)     ts_program_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_row(...)         ts_row_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_part(...)        ts_part_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_swap(...)        ts_swap_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_at(...)          ts_at_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_load(...)        ts_load_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_load2(...)       ts_load2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_gather(...)      ts_gather_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_gather2(...)     ts_gather2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_store(...)       ts_store_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_store2(...)      ts_store2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_scatter(...)     ts_scatter_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_scatter2(...)    ts_scatter2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_const(...)       ts_const_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_i32(...)         ts_i32_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_f32(...)         ts_f32_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_iota(...)        ts_iota_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_cast(...)        ts_cast_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_bits(...)        ts_bits_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_select(...)      ts_select_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_splat1(...)      ts_splat1_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_splat2(...)      ts_splat2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_reshape1(...)    ts_reshape1_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_reshape2(...)    ts_reshape2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_col(...)         ts_col_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_slice(...)       ts_slice_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_concat(...)      ts_concat_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_transpose(...)   ts_transpose_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_repeat(...)      ts_repeat_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_sum(...)         ts_sum_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_amax(...)        ts_amax_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_amin(...)        ts_amin_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_argmax(...)      ts_argmax_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_argmin(...)      ts_argmin_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_scan(...)        ts_scan_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_dot(...)         ts_dot_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_dot_t(...)       ts_dot_t_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_var0(...)        ts_var0_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_var1(...)        ts_var1_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_var2(...)        ts_var2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_get(...)         ts_get_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_set(...)         ts_set_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_range(...)       ts_range_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_upto(...)        ts_upto_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_gt(...)          ts_gt_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_ge(...)          ts_ge_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_addk(...)        ts_addk_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_mulk(...)        ts_mulk_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_sigmoid(...)     ts_sigmoid_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_silu(...)        ts_silu_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_ceil_div(...)    ts_ceil_div_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_loadf(...)       ts_loadf_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_loadf2(...)      ts_loadf2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_top(...)         ts_top_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_histogram(...)   ts_histogram_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_segment_sum(...) ts_segment_sum_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_rank(...)        ts_rank_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_top_of(...)      ts_top_of_at(__FILE__, __LINE__, __VA_ARGS__)

#endif
