// What `npm run lint` checks: everything that typescript-eslint has, with types.
import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "demo/"] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      curly: "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      // A getter keeps the name of a class of errors on its prototype, where `stack` looks for it.
      "@typescript-eslint/class-literal-property-style": ["error", "getters"],
    },
  },
  { files: ["*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
