;; The dot products of a view with rows of numbers, four numbers at a time. row-products.ts says what lies where in the memory.
;; test/clip/row-products.test.ts assembles this file and holds row-products.wasm against it; to make that anew:
;; npx wat2wasm src/clip/row-products.wat -o src/clip/row-products.wasm
(module
  (memory (export "memory") 1)
  ;; Writes to `products` (f32) the product of the view with each of `count` rows, at least one, by the addresses in `addresses` (u32).
  ;; `row_bytes` is the length of a row, and of the view: a multiple of 64.
  (func (export "multiply")
    (param $view i32) (param $row_bytes i32) (param $addresses i32) (param $count i32) (param $products i32)
    (local $row i32) (local $at i32) (local $end i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.add (local.get $view) (local.get $row_bytes)))
    (loop $rows
      (local.set $row (i32.load (local.get $addresses)))
      (local.set $at (local.get $view))
      (local.set $a (v128.const f32x4 0 0 0 0))
      (local.set $b (v128.const f32x4 0 0 0 0))
      (local.set $c (v128.const f32x4 0 0 0 0))
      (local.set $d (v128.const f32x4 0 0 0 0))
      ;; Four sums side by side: one alone waits for itself at each step.
      (loop $numbers
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (v128.load (local.get $at)) (v128.load (local.get $row)))))
        (local.set $b (f32x4.add (local.get $b)
          (f32x4.mul (v128.load offset=16 (local.get $at)) (v128.load offset=16 (local.get $row)))))
        (local.set $c (f32x4.add (local.get $c)
          (f32x4.mul (v128.load offset=32 (local.get $at)) (v128.load offset=32 (local.get $row)))))
        (local.set $d (f32x4.add (local.get $d)
          (f32x4.mul (v128.load offset=48 (local.get $at)) (v128.load offset=48 (local.get $row)))))
        (local.set $row (i32.add (local.get $row) (i32.const 64)))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (br_if $numbers (i32.lt_u (local.get $at) (local.get $end))))
      (local.set $a (f32x4.add (f32x4.add (local.get $a) (local.get $b)) (f32x4.add (local.get $c) (local.get $d))))
      (f32.store (local.get $products)
        (f32.add
          (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a)))
          (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a)))))
      (local.set $products (i32.add (local.get $products) (i32.const 4)))
      (local.set $addresses (i32.add (local.get $addresses) (i32.const 4)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br_if $rows (local.get $count)))))
