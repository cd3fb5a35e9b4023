import { ConfigurationError, type Finding } from "../census/errors.js";

/** Both, or everything that is wrong with either: nobody wants to mend one to hear of the other. */
export function loadBoth<One, Other>(loadOne: () => One, loadOther: () => Other): [One, Other] {
  const findings: Finding[] = [];
  const load = <Value>(loadValue: () => Value): Value | undefined => {
    try {
      return loadValue();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "ConfigurationError") throw error;
      findings.push(...(error as ConfigurationError).findings);
      return undefined;
    }
  };
  const [one, other] = [load(loadOne), load(loadOther)];
  if (one === undefined || other === undefined) {
    throw new ConfigurationError("The configuration or the settings cannot be used:", findings);
  }
  return [one, other];
}
